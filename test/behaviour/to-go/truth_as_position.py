def name(n):
    return ["odd", "even"][n % 2 == 0]
xs = [10, 20]
ys = (5, 6)
t = "NY"
for i in range(3):
    print(name(i), xs[i > 1], t[i == 2], ys[i < 1])
flag = True
print(xs[flag], xs[not flag])
