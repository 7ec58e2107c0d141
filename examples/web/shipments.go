// Command shipments keeps track of parcels on their way. Carriers report where a parcel is, customers ask for it.
package main

import (
	"fmt"
	"log"
	"net/http"
	"sort"
	"strings"
	"sync"

	"github.com/gin-gonic/gin"
)

type Shipment struct {
	Code     string   `json:"code"`
	State    string   `json:"state"`
	Weight   float64  `json:"weight"`
	Places   []string `json:"places"`
	Customer string   `json:"customer"`
}

type NewShipment struct {
	Weight   float64 `json:"weight" binding:"gt=0,lte=30"`
	Customer string  `json:"customer" binding:"min=2"`
}

type Report struct {
	Place string `json:"place" binding:"required"`
	State string `json:"state"`
}

// Depot knows all shipments by their code.
type Depot struct {
	mu        sync.RWMutex
	shipments map[string]Shipment
}

// identify says who asks, and what that client may do.
func identify(c *gin.Context) {
	client := c.GetHeader("X-Client")
	switch client {
	case "":
		c.AbortWithStatus(http.StatusUnauthorized)
		return
	case "banned":
		c.AbortWithStatusJSON(http.StatusForbidden, gin.H{"error": "this client is banned"})
		return
	}
	c.Set("client", client)
	c.Set("staff", strings.HasPrefix(client, "staff-"))
	c.Set("limit", 2)
	c.Set("discount", 0.5)
	c.Next()
}

// onlyStaff lets carriers in, and nobody else.
func onlyStaff(c *gin.Context) {
	if !c.GetBool("staff") {
		c.String(http.StatusForbidden, "staff only")
		c.Abort()
	}
}

// limited ends the service for a client with too many parcels.
func (d *Depot) limited(c *gin.Context) {
	d.mu.RLock()
	defer d.mu.RUnlock()
	count := 0
	for _, shipment := range d.shipments {
		if shipment.Customer == c.GetString("client") {
			count++
		}
	}
	if count >= c.GetInt("limit") {
		c.AbortWithStatusJSON(http.StatusTooManyRequests, gin.H{"error": "too many parcels", "count": count})
	}
}

func (d *Depot) list(c *gin.Context) {
	states := c.QueryArray("state")
	customer, isGiven := c.GetQuery("customer")
	d.mu.RLock()
	defer d.mu.RUnlock()
	codes := []string{}
	for code, shipment := range d.shipments {
		if isGiven && shipment.Customer != customer {
			continue
		}
		fits := len(states) == 0
		for _, state := range states {
			fits = fits || state == shipment.State
		}
		if fits {
			codes = append(codes, code)
		}
	}
	sort.Strings(codes)
	c.IndentedJSON(http.StatusOK, gin.H{"codes": codes, "filtered": isGiven || len(states) > 0})
}

func (d *Depot) find(c *gin.Context) {
	d.mu.RLock()
	defer d.mu.RUnlock()
	shipment, ok := d.shipments[c.Param("code")]
	if !ok {
		c.JSON(http.StatusNotFound, gin.H{"error": "no such shipment", "path": c.Request.URL.Path})
		return
	}
	if shipment.State == "lost" {
		c.JSON(http.StatusGone, gin.H{"error": "lost on the way"})
		return
	}
	c.JSON(http.StatusOK, shipment)
}

// exists answers without a body.
func (d *Depot) exists(c *gin.Context) {
	d.mu.RLock()
	defer d.mu.RUnlock()
	if _, ok := d.shipments[c.Param("code")]; !ok {
		c.Status(http.StatusNotFound)
		return
	}
	c.Header("X-Known", "yes")
	c.Status(http.StatusOK)
}

func (d *Depot) put(c *gin.Context) {
	var given NewShipment
	if err := c.ShouldBindJSON(&given); err != nil {
		c.JSON(http.StatusUnprocessableEntity, gin.H{"error": "a shipment needs a weight and a customer"})
		return
	}
	code := c.Param("code")
	d.mu.Lock()
	defer d.mu.Unlock()
	if _, ok := d.shipments[code]; ok {
		c.JSON(http.StatusConflict, gin.H{"error": fmt.Sprintf("%s is taken", code)})
		return
	}
	price := given.Weight * 2
	if c.GetBool("staff") {
		price *= c.GetFloat64("discount")
	}
	d.shipments[code] = Shipment{Code: code, State: "new", Weight: given.Weight, Places: []string{}, Customer: given.Customer}
	c.JSON(http.StatusCreated, gin.H{"code": code, "price": price})
}

func (d *Depot) report(c *gin.Context) {
	var report Report
	if err := c.ShouldBindBodyWithJSON(&report); err != nil {
		c.JSON(http.StatusBadRequest, gin.H{"error": "a report says a place"})
		return
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	shipment, ok := d.shipments[c.Param("code")]
	if !ok {
		c.AbortWithStatus(http.StatusNotFound)
		return
	}
	shipment.Places = append(shipment.Places, report.Place)
	if report.State != "" {
		shipment.State = report.State
	}
	d.shipments[shipment.Code] = shipment
	c.JSON(http.StatusAccepted, gin.H{"by": c.MustGet("client"), "places": len(shipment.Places)})
}

// move answers requests for addresses that the service had in former years.
func move(c *gin.Context) {
	switch c.Param("year") {
	case "2023":
		c.Header("Location", "/health")
		c.Status(http.StatusFound)
	case "2024":
		c.Header("Location", "/shipments")
		c.Status(http.StatusMovedPermanently)
	case "2025":
		c.Status(http.StatusNotModified)
	default:
		c.String(http.StatusNotImplemented, "that year has not come")
	}
}

// probe plays the failures of a carrier, so that clients can be tried with them.
func probe(c *gin.Context) {
	status := http.StatusInternalServerError
	switch c.DefaultQuery("kind", "crash") {
	case "gateway":
		status = http.StatusBadGateway
	case "busy":
		status = http.StatusServiceUnavailable
	case "method":
		status = http.StatusMethodNotAllowed
	case "media":
		status = http.StatusUnsupportedMediaType
	}
	client, known := c.Get("client")
	if !known {
		client = "nobody"
	}
	c.JSON(status, gin.H{"client": client, "method": c.Request.Method, "route": c.FullPath(), "from": c.ClientIP()})
}

func main() {
	depot := &Depot{shipments: map[string]Shipment{}}
	r := gin.New()
	r.Use(gin.Logger(), gin.Recovery())
	r.Handle("GET", "/health", func(c *gin.Context) {
		c.String(http.StatusOK, "well")
	})
	r.NoRoute(func(c *gin.Context) {
		c.JSON(http.StatusNotFound, gin.H{"error": "no such page", "path": c.Request.URL.Path, "method": c.Request.Method})
	})
	r.GET("/archive/:year", move)
	r.GET("/probe/:name", probe)

	shipments := r.Group("/shipments", identify)
	shipments.GET("", depot.list)
	shipments.GET("/:code", depot.find)
	shipments.HEAD("/:code", depot.exists)
	shipments.OPTIONS("/:code", func(c *gin.Context) {
		c.Header("Allow", "GET, HEAD, PATCH, PUT")
		c.Status(http.StatusNoContent)
	})
	shipments.PUT("/:code", depot.limited, depot.put)
	shipments.PATCH("/:code", onlyStaff, depot.report)
	shipments.GET("/:code/probe", probe)

	if err := r.Run(); err != nil {
		log.Fatal(err)
	}
}
