package main

import "fmt"

type Employee struct {
	Name       string
	Department string
	Salary     int
}

func byDepartment(staff []Employee) map[string][]string {
	groups := make(map[string][]string)
	for _, e := range staff {
		groups[e.Department] = append(groups[e.Department], e.Name)
	}
	return groups
}

func highPaid(staff []Employee, limit int) []string {
	names := []string{}
	for _, e := range staff {
		if e.Salary > limit {
			names = append(names, e.Name)
		}
	}
	return names
}

func main() {
	staff := []Employee{{"Ann", "IT", 50}, {"Bob", "HR", 40}, {"Cid", "IT", 30}}
	fmt.Println(byDepartment(staff)["IT"], highPaid(staff, 35))
}
