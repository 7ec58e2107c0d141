package main

type User struct {
	Name string
}

func Find(users []*User, name string) *User {
	for _, user := range users {
		if user.Name == name {
			return user
		}
	}
	return nil
}
