// Command crawler counts words on several pages with a few workers.
package main

import (
	"fmt"
	"sort"
	"strings"
	"sync"
)

// Page is one document to count.
type Page struct {
	Title string
	Text  string
}

// Count is what a worker found on one page.
type Count struct {
	Title string
	Words int
}

// countWords stands for the work that each page needs.
func countWords(page Page) Count {
	return Count{Title: page.Title, Words: len(strings.Fields(page.Text))}
}

// worker counts pages until there are no more.
func worker(pages <-chan Page, counts chan<- Count, wait *sync.WaitGroup) {
	defer wait.Done()
	for page := range pages {
		counts <- countWords(page)
	}
}

// countAll shares the pages between the workers and collects what they find.
func countAll(pages []Page, workers int) []Count {
	queue := make(chan Page)
	counts := make(chan Count, len(pages))

	var wait sync.WaitGroup
	for i := 0; i < workers; i++ {
		wait.Add(1)
		go worker(queue, counts, &wait)
	}
	for _, page := range pages {
		queue <- page
	}
	close(queue)
	wait.Wait()
	close(counts)

	var result []Count
	for count := range counts {
		result = append(result, count)
	}
	sort.Slice(result, func(i, j int) bool { return result[i].Title < result[j].Title })
	return result
}

func main() {
	pages := []Page{
		{Title: "Tea", Text: "Pour hot water over the leaves and wait"},
		{Title: "Coffee", Text: "Grind the beans"},
		{Title: "Cocoa", Text: "Stir milk into the powder"},
	}
	for _, count := range countAll(pages, 2) {
		fmt.Printf("%-8s %d words\n", count.Title, count.Words)
	}
}
