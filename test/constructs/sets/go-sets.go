package graph

// Graph has nodes and the edges between them.
type Graph struct {
	nodes map[int]struct{}
	edges map[int]map[int]struct{}
}

// Add puts a node in, and says whether it is new.
func (g *Graph) Add(node int) bool {
	if _, ok := g.nodes[node]; ok {
		return false
	}
	g.nodes[node] = struct{}{}
	g.edges[node] = make(map[int]struct{})
	return true
}

func (g *Graph) Connect(from, to int) {
	g.Add(from)
	g.edges[from][to] = struct{}{}
	delete(g.edges[to], from)
}

func Common(left, right map[string]struct{}) []string {
	var common []string
	for name := range left {
		if _, ok := right[name]; ok {
			common = append(common, name)
		}
	}
	return common
}
