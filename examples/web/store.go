// Command store serves a small store of items, kept in memory.
package main

import (
	"log"
	"net/http"
	"os"
	"sort"
	"strconv"
	"sync"

	"github.com/gin-gonic/gin"
)

type Item struct {
	ID    int      `json:"id"`
	Name  string   `json:"displayName" binding:"required,max=20"`
	Price float64  `json:"price" binding:"required,gt=0"`
	Tags  []string `json:"tags"`
	Stock int      `json:"stock" binding:"gte=0"`
	Note  string   `json:"note,omitempty"`
}

// Store holds items by id. Requests come on goroutines of their own, so a lock guards it.
type Store struct {
	mu     sync.Mutex
	items  map[int]Item
	nextID int
}

func NewStore() *Store {
	return &Store{items: make(map[int]Item), nextID: 1}
}

func (s *Store) ListItems(c *gin.Context) {
	tag := c.Query("tag")
	limit, err := strconv.Atoi(c.DefaultQuery("limit", "10"))
	if err != nil || limit < 1 {
		c.JSON(http.StatusBadRequest, gin.H{"error": "limit must be a positive number"})
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	found := []Item{}
	for _, item := range s.items {
		if tag == "" || item.Name == tag {
			found = append(found, item)
		}
	}
	sort.Slice(found, func(i, j int) bool { return found[i].ID < found[j].ID })
	if len(found) > limit {
		found = found[:limit]
	}
	c.JSON(http.StatusOK, gin.H{"items": found, "count": len(found)})
}

func (s *Store) GetItem(c *gin.Context) {
	id, err := strconv.Atoi(c.Param("id"))
	if err != nil {
		c.JSON(http.StatusBadRequest, gin.H{"error": "invalid id"})
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	item, ok := s.items[id]
	if !ok {
		c.JSON(http.StatusNotFound, gin.H{"error": "item not found"})
		return
	}
	c.JSON(http.StatusOK, item)
}

func (s *Store) CreateItem(c *gin.Context) {
	var item Item
	if err := c.ShouldBindJSON(&item); err != nil {
		c.JSON(http.StatusBadRequest, gin.H{"error": "invalid item"})
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	item.ID = s.nextID
	s.nextID++
	s.items[item.ID] = item
	c.JSON(http.StatusCreated, item)
}

func (s *Store) DeleteItem(c *gin.Context) {
	id, err := strconv.Atoi(c.Param("id"))
	if err != nil {
		c.JSON(http.StatusBadRequest, gin.H{"error": "invalid id"})
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if _, ok := s.items[id]; !ok {
		c.JSON(http.StatusNotFound, gin.H{"error": "item not found", "by": c.GetString("user")})
		return
	}
	delete(s.items, id)
	c.Status(http.StatusNoContent)
}

// timed says with each answer which service it came from.
func timed(c *gin.Context) {
	c.Header("X-Service", "store")
	c.Next()
}

// requireToken lets only those in who know the token.
func requireToken() gin.HandlerFunc {
	return func(c *gin.Context) {
		if c.GetHeader("X-Token") != "secret" {
			c.AbortWithStatusJSON(http.StatusUnauthorized, gin.H{"error": "not allowed"})
			return
		}
		c.Set("user", "admin")
		c.Next()
	}
}

func main() {
	store := NewStore()
	r := gin.Default()
	r.Use(timed)
	r.GET("/health", func(c *gin.Context) {
		c.JSON(http.StatusOK, gin.H{"status": "ok"})
	})
	api := r.Group("/api")
	api.GET("/items", store.ListItems)
	api.GET("/items/:id", store.GetItem)
	admin := api.Group("/", requireToken())
	admin.POST("/items", store.CreateItem)
	admin.DELETE("/items/:id", store.DeleteItem)
	if err := r.Run("127.0.0.1:" + os.Getenv("PORT")); err != nil {
		log.Fatal(err)
	}
}
