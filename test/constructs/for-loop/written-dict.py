PRICES = {"tea": 3, "coffee": 4, "milk": 2}


def roman(n: int) -> str:
    text = ""
    symbols = {10: "X", 9: "IX", 5: "V", 4: "IV", 1: "I"}
    for value, symbol in symbols.items():
        while n >= value:
            text += symbol
            n -= value
    return text


def total() -> int:
    result = 0
    for price in PRICES.values():
        result += price
    return result


for name, price in PRICES.items():
    print(name, price)
print(roman(19), total())
