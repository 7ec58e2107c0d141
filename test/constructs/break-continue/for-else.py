def is_prime(n: int) -> bool:
    for divisor in range(2, n):
        if n % divisor == 0:
            break
    else:
        return n > 1
    return False
