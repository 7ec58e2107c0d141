// Command lru shows a cache that forgets what was not used for the longest time.
package main

import (
	"fmt"
	"strings"
)

type entry struct {
	key   string
	value int
	older *entry
	newer *entry
}

// Cache keeps at most so many values.
type Cache struct {
	capacity int
	entries  map[string]*entry
	oldest   *entry
	newest   *entry
	hits     int
	misses   int
}

// NewCache returns an empty cache.
func NewCache(capacity int) *Cache {
	return &Cache{capacity: capacity, entries: make(map[string]*entry)}
}

// Get returns the value of the key, if it is here.
func (c *Cache) Get(key string) (int, bool) {
	found, ok := c.entries[key]
	if !ok {
		c.misses++
		return 0, false
	}
	c.hits++
	c.unlink(found)
	c.link(found)
	return found.value, true
}

// Put stores a value, and forgets the oldest one when there are too many.
func (c *Cache) Put(key string, value int) {
	if found, ok := c.entries[key]; ok {
		found.value = value
		c.unlink(found)
		c.link(found)
		return
	}
	if len(c.entries) >= c.capacity {
		oldest := c.oldest
		c.unlink(oldest)
		delete(c.entries, oldest.key)
	}
	added := &entry{key: key, value: value}
	c.entries[key] = added
	c.link(added)
}

// Keys lists the keys from the oldest to the newest.
func (c *Cache) Keys() []string {
	keys := make([]string, 0, len(c.entries))
	for e := c.oldest; e != nil; e = e.newer {
		keys = append(keys, e.key)
	}
	return keys
}

func (c *Cache) link(e *entry) {
	e.older, e.newer = c.newest, nil
	if c.newest == nil {
		c.oldest = e
	} else {
		c.newest.newer = e
	}
	c.newest = e
}

func (c *Cache) unlink(e *entry) {
	if e.older == nil {
		c.oldest = e.newer
	} else {
		e.older.newer = e.newer
	}
	if e.newer == nil {
		c.newest = e.older
	} else {
		e.newer.older = e.older
	}
}

func main() {
	cache := NewCache(2)
	for _, word := range []string{"one", "three", "one", "eleven", "three", "one"} {
		size, ok := cache.Get(word)
		if !ok {
			size = len(word)
			cache.Put(word, size)
		}
		fmt.Printf("%-6s %d  [%s]\n", word, size, strings.Join(cache.Keys(), " "))
	}
	fmt.Println(cache.hits, "hits,", cache.misses, "misses")
}
