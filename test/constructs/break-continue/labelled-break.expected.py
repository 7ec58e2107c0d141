def has_pair(numbers: list[int], sum_: int) -> bool:
    found = False
    done = False
    for i, a in enumerate(numbers):
        for b in numbers[i + 1 :]:
            if a + b == sum_:
                found = True
                done = True
                break
        if done:
            break
    return found
