import asyncio

# 계산에는 기다림이 없습니다.
# 이벤트 루프는 한 번에 하나만 실행합니다.
LIMITS = [4000, 3000, 5000]


def count_primes(limit):
    sieve = [True] * (limit + 1)
    count = 0
    for number in range(2, limit + 1):
        if sieve[number]:
            count += 1
            for other in range(number * number, limit + 1, number):
                sieve[other] = False
    return count

# %% 차례로
for limit in LIMITS:
    print(f"{limit}까지 소수 {count_primes(limit)}개")

# %% 태스크로
async def report(limit):
    print(f"{limit}까지 소수 {count_primes(limit)}개")


async def main():
    # 태스크가 셋이어도 await가 없으니
    # 하나씩 끝까지 달립니다.
    await asyncio.gather(*[report(limit) for limit in LIMITS])


asyncio.run(main())
