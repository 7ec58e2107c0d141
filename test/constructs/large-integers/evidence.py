def product_up_to(n):
    product = 1
    for i in range(1, n + 1):
        product *= i
    return product


def small_product(n):
    product = 1
    for i in range(1, n + 1):
        product *= i
    return product


def nth_fibonacci(n: int) -> int:
    a, b = 0, 1
    for _ in range(n):
        a, b = b, a + b
    return a


def digit_sum(n):
    total = 0
    while n > 0:
        total += n % 10
        n //= 10
    return total


print(product_up_to(30), small_product(10))
print(nth_fibonacci(200))
print(digit_sum(2**100), pow(7, 300, 1000003))
print(2**70 / 2**69, 1 / 2**70 < 0.5)
