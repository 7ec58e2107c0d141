package service

import (
	"fmt"

	"example.com/inventory/store"
)

type Service struct {
	db *store.DB
}

func New(url string) (*Service, error) {
	db, err := store.Open(url, &store.Options{Retries: 3})
	if err != nil {
		return nil, fmt.Errorf("open %s: %w", url, err)
	}
	return &Service{db: db}, nil
}

func (s *Service) Adults(limit int) []string {
	var names []string
	for _, record := range s.db.Records(limit) {
		if record.Kind == store.KindPerson && record.Age >= 18 {
			names = append(names, record.Name)
		}
	}
	return names
}
