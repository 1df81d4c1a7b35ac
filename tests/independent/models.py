"""Models of who would be tied or meet by chance, and their tails, straight from docs/method.md: slow and plain, never from the tool's code.

Pairs are (a, b) with a < b; a pair of sectors likewise. Standard library only.
"""
import math
import random
from collections import Counter, defaultdict
from itertools import combinations

import networks
from recompute import UNKNOWN

RIDGE, ETA_RIDGE, DETECTABLE = 0.05, 0.001, 2.49
pair = lambda a, b: (a, b) if a < b else (b, a)
phi = lambda z: 0.5 * math.erfc(-z / math.sqrt(2))


def bh(p):
    """Benjamini-Hochberg; None is no test."""
    order = sorted((k for k in p if p[k] is not None), key=lambda k: -p[k])
    q, least = dict.fromkeys(p), 1.0
    for rank, k in zip(range(len(order), 0, -1), order):
        least = q[k] = min(least, p[k] * len(order) / rank)
    return q


def solve(a, b):
    """The solution of a x = b, a symmetric and positive definite, by Cholesky's factors."""
    rows = []
    for i, row in enumerate(a):
        now = []
        for j in range(i):
            now.append((row[j] - sum(map(float.__mul__, now, rows[j]))) / rows[j][j])
        now.append(math.sqrt(row[i] - sum(x * x for x in now)))
        rows.append(now)
    y = []
    for row, value in zip(rows, b):
        y.append((value - sum(map(float.__mul__, y, row))) / row[-1])
    for i in range(len(y) - 1, -1, -1):
        y[i] /= rows[i][i]
        for j in range(i):
            y[j] -= rows[i][j] * y[i]
    return y


def poisson_binomial(p):
    """Chances of 0, 1, ... successes."""
    f = [1.0]
    for x in p:
        f = [a * (1 - x) + b * x for a, b in zip(f + [0.0], [0.0] + f)]
    return f


def fit(pairs, tied, sector, homophily, left_out=()):
    """Penalised maximum likelihood by dense Newton steps; theta by organisation, and eta."""
    seen = [k for k in pairs if pair(sector[k[0]], sector[k[1]]) not in left_out]
    who = sorted({o for k in seen for o in k})
    at = {o: i for i, o in enumerate(who)}
    n, y = len(who), [k in tied for k in seen]
    if not any(y) or all(y):
        return None
    x = [math.log(sum(y) / (len(y) - sum(y))) / 2] * n + [0.0]
    used = [(at[a], at[b], homophily and sector[a] == sector[b], t) for (a, b), t in zip(seen, y)]
    for _ in range(100):
        mean = sum(x[:n]) / n
        g = [-RIDGE * (a - mean) for a in x[:n]] + [-ETA_RIDGE * x[n]]
        h = [[RIDGE * ((i == j) - 1 / n) for j in range(n)] + [0.0] for i in range(n)] + [[0.0] * n + [ETA_RIDGE]]
        for i, j, same_sector, t in used:
            p = 1 / (1 + math.exp(-(x[i] + x[j] + (x[n] if same_sector else 0))))
            w, where = p * (1 - p), (i, j, n) if same_sector else (i, j)
            for a in where:
                g[a] += t - p
                for b in where:
                    h[a][b] += w
        step = solve(h, g)
        most = max(map(abs, step))
        x = [a + s * min(1, 2 / most) for a, s in zip(x, step)] if most else x
        if most < 1e-11:
            break
    mean = sum(x[:n]) / n
    return {o: x[at[o]] if o in at else mean for o in sector}, x[n] if homophily else 0.0


def model(pairs, tied, sector, factor, fitted):
    """Per pair of sectors: expected, standard deviation, both tails, chance of none."""
    theta, eta = fitted
    chances = defaultdict(list)
    for a, b in pairs:
        chances[pair(sector[a], sector[b])].append(1 / (1 + math.exp(-(theta[a] + theta[b] + (eta if sector[a] == sector[b] else 0)))))
    observed, out = Counter(pair(sector[a], sector[b]) for a, b in pairs if (a, b) in tied), {}
    for k, p in chances.items():
        o, mean, variance = observed[k], sum(p), factor * sum(x * (1 - x) for x in p)
        third = factor ** 2 * sum(x * (1 - x) * (1 - 2 * x) for x in p)
        none = math.prod(1 - x for x in p) ** (1 / factor)
        sd = math.sqrt(variance)
        if factor == 1 and len(p) <= 5000:
            f = poisson_binomial(p)
            lower, upper = min(1, sum(f[:o + 1])), min(1, sum(f[o:]))
        else:
            refined = lambda z, skew: min(1, max(0, phi(z) + skew * (1 - z * z) * math.exp(-z * z / 2) / (6 * math.sqrt(2 * math.pi))))
            lower, upper = refined((o + 0.5 - mean) / sd, third / sd ** 3), refined((mean - o + 0.5) / sd, -third / sd ** 3)
        out[k] = dict(expected=mean, z=(o - mean) / sd, p=lower, p_over=upper, p_none=none, ratio=o / mean,
                      detectable_ratio=max(0, 1 - DETECTABLE * sd / mean))
    return out


def company(joint, sector, cell_of):
    """Times together of each two sectors, against seats filled at random and each sector's readiness to mix."""
    acts = []
    for a, people in joint:
        people = {o for o in people if sector[o] != UNKNOWN}
        if cell_of(a) is not None and len(people) > 1:
            acts.append((cell_of(a), people))
    here = defaultdict(list)
    for i, (cell, _) in enumerate(acts):
        here[cell].append(i)
    near = {i: set() for i in range(len(acts))}
    for those in here.values():
        for i, j in combinations(those, 2):
            shared = len(acts[i][1] & acts[j][1])
            if shared >= 2 and 2 * shared >= len(acts[i][1] | acts[j][1]):
                near[i].add(j)
                near[j].add(i)
    series = networks.components(near)
    seats = defaultdict(Counter)
    for cell, people in acts:
        seats[cell].update(sector[o] for o in people)
    names = sorted({s for c in seats.values() for s in c})
    keys = list(combinations(names, 2))
    chance = {c: {k: 2 * n[k[0]] * n[k[1]] / (sum(n.values()) * (sum(n.values()) - 1)) for k in keys} for c, n in seats.items()}
    own = [Counter(pair(sector[a], sector[b]) for a, b in combinations(people, 2) if sector[a] != sector[b]) for _, people in acts]
    size = [len(people) * (len(people) - 1) / 2 for _, people in acts]
    t = {k: sum(o[k] for o in own) for k in keys}
    e = {k: sum(s * chance[c][k] for (c, _), s in zip(acts, size)) for k in keys}
    margin = {s: sum(t[k] for k in keys if s in k) for s in names}
    mixing = [s for s in names if margin[s]]
    ready = {s: float(s in mixing) for s in names}
    for _ in range(20000):
        most = 0
        for s in mixing:
            f = margin[s] / sum(e[k] * ready[k[0]] * ready[k[1]] for k in keys if s in k)
            ready[s] *= f
            most = max(most, abs(f - 1))
        if most < 1e-13:
            break
    mu = {k: e[k] * ready[k[0]] * ready[k[1]] for k in keys}
    information = [[float(margin[a]) if a == b else mu[pair(a, b)] for b in mixing] for a in mixing]
    unit = [solve(information, [float(i == j) for j in range(len(mixing))]) for i in range(len(mixing))]
    inverse = {(a, b): unit[i][j] for i, a in enumerate(mixing) for j, b in enumerate(mixing)}
    squares = Counter()
    for those in series:
        beyond = {k: sum(own[i][k] - size[i] * chance[acts[i][0]][k] * ready[k[0]] * ready[k[1]] for i in those) for k in keys}
        score = {x: sum(v for k, v in beyond.items() if x in k) for x in mixing}
        effect = {x: sum(inverse[x, y] * score[y] for y in mixing) for x in mixing}
        for k in keys:
            squares[k] += (beyond[k] - mu[k] * (effect.get(k[0], 0) + effect.get(k[1], 0))) ** 2
    out = {k: dict(together=t[k], expected=mu[k], p_none=1.0) for k in keys}
    if len(series) <= len(mixing):
        return out
    v = {k: squares[k] * len(series) / (len(series) - len(mixing)) for k in keys if mu[k]}
    u = {(a, b): mu[a, b] - mu[a, b] ** 2 * (inverse[a, a] + inverse[b, b] + 2 * inverse[a, b]) for a, b in v}
    dispersion = sum(v.values()) / sum(u.values())
    for k in v:
        sd = math.sqrt(max(u[k], (v[k] + dispersion * u[k]) / 2))
        out[k] |= dict(z=(t[k] - mu[k]) / sd, p=phi((t[k] + 0.5 - mu[k]) / sd), p_over=phi((mu[k] - t[k] + 0.5) / sd), ratio=t[k] / mu[k],
                       p_none=phi((0.5 - mu[k]) / sd), detectable_ratio=max(0, 1 - DETECTABLE * sd / mu[k]))
    return out


WITHIN, ANYONE = -1, -2                                     # in place of the size of the other sector


class Labels:
    """Sector labels shuffled over those present: exact moments of D, and its lower tail by enumeration or shuffles."""

    def __init__(self, pairs, tied, sector, present):
        self.people = sorted(present)
        at = {o: i for i, o in enumerate(self.people)}
        self.rate = sum(k in tied for k in pairs) / len(pairs)
        self.weights = [(at[a], at[b], ((a, b) in tied) - self.rate) for a, b in pairs]
        self.by = defaultdict(list)
        for i, j, x in self.weights:
            self.by[i].append((j, x))
            self.by[j].append((i, x))
        self.q = sum(x * x for _, _, x in self.weights)
        self.p = sum(sum(x for _, x in of) ** 2 for of in self.by.values()) - 2 * self.q
        self.label = [sector[o] for o in self.people]
        self.size = Counter(self.label)

    def variance(self, ns, nt):
        """Of D between sectors of ns and nt; nt WITHIN: in one of ns; nt ANYONE: of all pairs that one of ns has, which is less D within the rest."""
        n, q, p = len(self.people), self.q, self.p
        if nt == ANYONE:
            ns, nt = n - ns, WITHIN
        share = lambda numerator, k: numerator / math.perm(n, k) if numerator else 0
        if nt == WITHIN:
            return q * share(math.perm(ns, 2), 2) + p * share(math.perm(ns, 3), 3) - (q + p) * share(math.perm(ns, 4), 4)
        return 2 * q * share(ns * nt, 2) + p * share(ns * nt * (ns + nt - 2), 3) - 4 * (q + p) * share(ns * (ns - 1) * nt * (nt - 1), 4)

    def placements(self, ns, nt):
        n = len(self.people)
        return math.comb(n, ns) * (math.comb(n - ns, nt) if nt >= 0 else 1)

    def exact(self, d, ns, nt):
        low = every = 0
        for s in combinations(range(len(self.people)), ns):
            inside = set(s)
            to = Counter()
            for i in s:
                for j, x in self.by[i]:
                    to[j] += x
            if nt < 0:
                within = sum(to[i] for i in s) / 2
                values = [within if nt == WITHIN else sum(to.values()) - within]
            else:
                values = map(sum, combinations([to[j] for j in range(len(self.people)) if j not in inside], nt))
            for value in values:
                every += 1
                low += value <= d + 1e-9
        return low / every

    def shuffled(self, observed, runs):
        """{pair of sectors: (1 + as few or fewer) / (1 + runs)}."""
        names = sorted(self.size)
        code, k = {s: i for i, s in enumerate(names)}, len(names)
        now, rng, low = [code[s] for s in self.label], random.Random(1), Counter()
        for _ in range(runs):
            rng.shuffle(now)
            d = [0.0] * (k * k)
            for i, j, x in self.weights:
                d[now[i] * k + now[j]] += x
            for s, t in observed:
                a, b = code[s], code[t]
                low[s, t] += (d[a * k + b] + (d[b * k + a] if a != b else 0)) <= observed[s, t] + 1e-9
        return {key: (1 + low[key]) / (1 + runs) for key in observed}


def hypergeometric_low(o, a, b, n):
    """Chance of o or fewer in common of a and b drawn from n."""
    return sum(math.comb(a, x) * math.comb(n - a, b - x) for x in range(max(0, a + b - n), o + 1)) / math.comb(n, b)
