package store

import "errors"

// ErrNotFound says that there is no such user.
var ErrNotFound = errors.New("user not found")

type User struct {
	ID   int
	Name string
}

type Store struct {
	users map[int]User
}

// Find looks a user up.
func (s *Store) Find(id int) (User, error) {
	user, ok := s.users[id]
	if !ok {
		return User{}, ErrNotFound
	}
	return user, nil
}

// NameOf gives the user's name, or a dash.
func (s *Store) NameOf(id int) (string, error) {
	user, err := s.Find(id)
	if errors.Is(err, ErrNotFound) {
		return "-", nil
	}
	if err != nil {
		return "", err
	}
	return user.Name, nil
}
