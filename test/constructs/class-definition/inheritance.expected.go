package main

type Animal struct {
	Name string
}

func NewAnimal(name string) *Animal {
	return &Animal{Name: name}
}

func (a *Animal) Describe() string {
	return a.Name + " the animal"
}

type Dog struct {
	Animal
}

func NewDog(name string) *Dog {
	return &Dog{Animal: *NewAnimal(name)}
}

func (d *Dog) Bark() string {
	return d.Name + " barks"
}
