import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "sort_by_methods",
  language: "python",
  source: `def sort_by_methods(items: Any, descending: bool = False) -> Any:
    """Sorts by the methods less and swap of a collection, and gives the collection."""
    less = (lambda i, j: items.less(j, i)) if descending else items.less
    order = sorted(range(len(items)), key=cmp_to_key(lambda i, j: -1 if less(i, j) else int(less(j, i))))
    places = list(range(len(items)))
    for target, origin in enumerate(order):
        at = places.index(origin, target)
        if at != target:
            items.swap(target, at)
            places[target], places[at] = places[at], places[target]
    return items
`,
  imports: ["from functools import cmp_to_key", "from typing import Any"],
});
