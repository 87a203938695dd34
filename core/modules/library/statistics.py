# statistics: means, medians, deviations.
# Not for: distributions and regressions beyond the plain ones.
from math import fsum as _fsum, sqrt as _sqrt, log as _log, exp as _exp


class StatisticsError(ValueError):
    pass


def _ratio(value):
    return value.as_integer_ratio() if isinstance(value, float) else (value, 1)


def _exact(values):
    # The sum as a fraction, (above, below); floats are fractions of powers of two.
    above, below = 0, 1
    for value in values:
        one, each = _ratio(value)
        if each > below:
            above, below = above * (each // below), each
        above += one * (below // each)
    return above, below


def _list(data, name):
    values = list(data)
    if not values:
        raise StatisticsError(f"{name} requires at least one data point")
    return values


def mean(data):
    values = _list(data, "mean")
    if not all([isinstance(value, (int, float)) for value in values]):
        return sum(values[1:], values[0]) / len(values)
    above, below = _exact(values)
    below *= len(values)
    return above // below if above % below == 0 and not any([isinstance(value, float) for value in values]) else above / below


def fmean(data, weights=None):
    values = [float(value) for value in data]
    if weights is None:
        if not values:
            raise StatisticsError("fmean requires at least one data point")
        return _fsum(values) / len(values)
    weights = list(weights)
    if len(weights) != len(values):
        raise StatisticsError("data and weights must be the same length")
    total = _fsum(weights)
    if not total:
        raise StatisticsError("sum of weights must be non-zero")
    return _fsum([value * weight for value, weight in zip(values, weights)]) / total


def geometric_mean(data):
    values = _list(data, "Must have a non-empty dataset; geometric_mean")
    return _exp(_fsum([_log(value) for value in values]) / len(values))


def harmonic_mean(data, weights=None):
    values = _list(data, "harmonic_mean")
    if any([value < 0 for value in values]):
        raise StatisticsError("harmonic mean does not support negative values")
    if 0 in values:
        return 0
    weights = [1] * len(values) if weights is None else list(weights)
    above, below = _exact([weight / value for value, weight in zip(values, weights)])
    return sum(weights) * below / above


def _sorted(data):
    values = sorted(data)
    if not values:
        raise StatisticsError("no median for empty data")
    return values


def median(data):
    values = _sorted(data)
    half = len(values) // 2
    return values[half] if len(values) % 2 else (values[half - 1] + values[half]) / 2


def median_low(data):
    values = _sorted(data)
    return values[(len(values) - 1) // 2]


def median_high(data):
    values = _sorted(data)
    return values[len(values) // 2]


def multimode(data):
    from collections import Counter
    counts = Counter(data)
    most = max(counts.values(), default=0)
    return [value for value, count in counts.items() if count == most]


def mode(data):
    found = multimode(data)
    if not found:
        raise StatisticsError("no mode for empty data")
    return found[0]


def _squares(values, center):
    # The sum of squared distances as a fraction (above, below).
    ratios = [_ratio(value) for value in values]
    below = 1
    for _, each in ratios:
        if each > below:
            below = each
    whole = [above * (below // each) for above, each in ratios]
    count = len(whole)
    if center is None:
        total = sum(whole)
        return count * sum([value * value for value in whole]) - total * total, count * below * below
    above, each = _ratio(center)
    return sum([(value * each - above * below) ** 2 for value in whole]), (below * each) ** 2


def _variance(data, center, name, least, lost):
    values = list(data)
    if len(values) < least:
        raise StatisticsError(f"{name} requires at least {'one data point' if least == 1 else 'two data points'}")
    above, below = _squares(values, center)
    below *= len(values) - lost
    if all([type(value) is int for value in values]) and above % below == 0:
        return above // below, above, below
    return above / below, above, below


def variance(data, xbar=None):
    return _variance(data, xbar, "variance", 2, 1)[0]


def pvariance(data, mu=None):
    return _variance(data, mu, "pvariance", 1, 0)[0]


def _root(value, above, below):
    # The float nearest to the root of the fraction.
    if above == 0:
        return 0.0
    shift = max(0, 2 * 60 - above.bit_length() + below.bit_length())
    shift += shift % 2
    from math import isqrt
    return isqrt((above << shift) // below) / (1 << shift // 2)


def stdev(data, xbar=None):
    return _root(*_variance(data, xbar, "stdev", 2, 1))


def pstdev(data, mu=None):
    return _root(*_variance(data, mu, "pstdev", 1, 0))


def quantiles(data, *, n=4, method="exclusive"):
    if n < 1:
        raise StatisticsError("n must be at least 1")
    values = sorted(data)
    size = len(values)
    if size < 2:
        if size == 1:
            return values * (n - 1)
        raise StatisticsError("must have at least one data point")
    if method == "inclusive":
        cuts = []
        for i in range(1, n):
            j, delta = divmod(i * (size - 1), n)
            cuts.append((values[j] * (n - delta) + values[j + 1] * delta) / n)
        return cuts
    if method == "exclusive":
        cuts = []
        for i in range(1, n):
            j = min(max(i * (size + 1) // n, 1), size - 1)
            delta = i * (size + 1) - j * n
            cuts.append((values[j - 1] * (n - delta) + values[j] * delta) / n)
        return cuts
    raise ValueError(f"Unknown method: {method!r}")


def _pairs(x, y, name):
    x, y = list(x), list(y)
    if len(x) != len(y):
        raise StatisticsError(f"{name} requires that both inputs have same number of data points")
    if len(x) < 2:
        raise StatisticsError(f"{name} requires at least two data points")
    xbar, ybar = fmean(x), fmean(y)
    sxy = _fsum([(a - xbar) * (b - ybar) for a, b in zip(x, y)])
    return sxy, _fsum([(a - xbar) ** 2 for a in x]), _fsum([(b - ybar) ** 2 for b in y]), xbar, ybar, len(x)


def covariance(x, y, /):
    found = _pairs(x, y, "covariance")
    return found[0] / (found[5] - 1)


def correlation(x, y, /):
    sxy, sxx, syy, *_ = _pairs(x, y, "correlation")
    if not sxx * syy:
        raise StatisticsError("at least one of the inputs is constant")
    return sxy / _sqrt(sxx * syy)


def linear_regression(x, y, /):
    from collections import namedtuple
    sxy, sxx, _, xbar, ybar, _ = _pairs(x, y, "linear regression")
    if not sxx:
        raise StatisticsError("x is constant")
    slope = sxy / sxx
    return namedtuple("LinearRegression", ("slope", "intercept"), module="statistics")(slope, ybar - slope * xbar)
