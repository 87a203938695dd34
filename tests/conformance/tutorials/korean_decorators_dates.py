# 위키독스 스타일
import asyncio
import time
import random
from datetime import datetime, timedelta
from functools import wraps
import logging

logging.basicConfig(level=logging.INFO, format='[%(levelname)s] %(asctime)s - %(message)s')

def 시간측정(함수):
    @wraps(함수)
    async def 래퍼(*args, **kwargs):
        시작 = time.perf_counter()
        결과 = await 함수(*args, **kwargs)
        print(f"{함수.__name__} 실행 시간: {time.perf_counter() - 시작:.2f}초")
        return 결과
    return 래퍼

@시간측정
async def 커피_내리기(이름, 초):
    print(f"{datetime.now():%H:%M:%S} {이름} 시작")
    await asyncio.sleep(초)
    print(f"{datetime.now():%H:%M:%S} {이름} 완료")
    return f"{이름} ({초}초)"

@시간측정
async def main():
    결과들 = await asyncio.gather(커피_내리기("아메리카노", 1), 커피_내리기("라떼", 2), 커피_내리기("모카", 1.5))
    for i, r in enumerate(결과들, start=1):
        print(i, r)
    logging.info("끝")
    내일 = datetime.now() + timedelta(days=1)
    print(내일.strftime("%Y년 %m월 %d일 %H시"), 내일.strftime("%A"))

asyncio.run(main())
