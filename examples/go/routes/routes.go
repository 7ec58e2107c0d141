// Command routes finds the shortest ways through a network of sites.
package main

import (
	"fmt"
	"slices"
	"strings"
)

// Link leads to a site at a cost.
type Link struct {
	To   string
	Cost int
}

// Network knows the links of each site.
type Network struct {
	links map[string][]Link
}

// Connect adds a link in both directions.
func (n *Network) Connect(a, b string, cost int) {
	if n.links == nil {
		n.links = make(map[string][]Link)
	}
	n.links[a] = append(n.links[a], Link{b, cost})
	n.links[b] = append(n.links[b], Link{a, cost})
}

// FewestHops returns the sites on a way with the fewest links, or nil.
func (n *Network) FewestHops(start, goal string) []string {
	previous := map[string]string{start: ""}
	queue := []string{start}
	for len(queue) > 0 {
		site := queue[0]
		queue = queue[1:]
		if site == goal {
			return trace(previous, goal)
		}
		for _, link := range n.links[site] {
			if _, seen := previous[link.To]; seen {
				continue
			}
			previous[link.To] = site
			queue = append(queue, link.To)
		}
	}
	return nil
}

func trace(previous map[string]string, goal string) []string {
	var route []string
	for site := goal; site != ""; site = previous[site] {
		route = append(route, site)
	}
	slices.Reverse(route)
	return route
}

// Costs returns what it costs to reach each site from the start.
func (n *Network) Costs(start string) map[string]int {
	costs := map[string]int{start: 0}
	done := map[string]bool{}
	for {
		best, found := "", false
		for site, cost := range costs {
			if done[site] {
				continue
			}
			if !found || cost < costs[best] || cost == costs[best] && site < best {
				best, found = site, true
			}
		}
		if !found {
			return costs
		}
		done[best] = true
		for _, link := range n.links[best] {
			cost := costs[best] + link.Cost
			if known, ok := costs[link.To]; !ok || cost < known {
				costs[link.To] = cost
			}
		}
	}
}

func main() {
	var network Network
	network.Connect("Bern", "Basel", 95)
	network.Connect("Bern", "Zurich", 125)
	network.Connect("Basel", "Zurich", 85)
	network.Connect("Zurich", "Chur", 120)
	network.Connect("Oslo", "Bergen", 460)

	for _, goal := range []string{"Chur", "Bern", "Oslo"} {
		if route := network.FewestHops("Basel", goal); route != nil {
			fmt.Printf("%s: %s\n", goal, strings.Join(route, " - "))
		} else {
			fmt.Printf("%s: no way\n", goal)
		}
	}

	costs := network.Costs("Basel")
	sites := make([]string, 0, len(costs))
	for site := range costs {
		sites = append(sites, site)
	}
	slices.Sort(sites)
	for _, site := range sites {
		fmt.Printf("%-7s%4d\n", site, costs[site])
	}
}
