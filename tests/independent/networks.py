"""Measures of a small undirected graph, straight from their definitions: slow and plain. near is {vertex: set of its partners}.

Written from docs/method.md and the sources it names, never from the tool's code. Standard library only.
"""
import math
from collections import Counter, deque
from itertools import combinations


def mean(values):
    values = list(values)
    return sum(values) / len(values) if values else None


def steps(near, start, without=None):
    """{vertex: ties on a shortest path from start}; without is a vertex that is not there, or a tie (a set of two)."""
    found, todo = {start: 0}, deque([start])
    while todo:
        v = todo.popleft()
        for w in near[v]:
            if w not in found and w != without and {v, w} != without:
                found[w] = found[v] + 1
                todo.append(w)
    return found


def components(near, vertices=None, without=None):
    left, pieces = set(near if vertices is None else vertices) - {without}, []
    while left:
        piece = set(steps(near, min(left), without))
        pieces.append(piece)
        left -= piece
    return pieces


def betweenness(near):
    """Share of the shortest paths of every two others that run through each: sigma_sv sigma_vt / sigma_st, pair by pair."""
    away, paths = {}, {}
    for s in near:
        away[s], paths[s] = steps(near, s), Counter({s: 1})
        for v in sorted(away[s], key=away[s].get):
            for w in near[v]:
                if away[s][w] == away[s][v] + 1:
                    paths[s][w] += paths[s][v]
    between = dict.fromkeys(near, 0.0)
    for piece in components(near):
        for s, t in combinations(piece, 2):
            for v in piece - {s, t} if away[s][t] > 1 else ():
                if away[s][v] + away[v][t] == away[s][t]:
                    between[v] += paths[s][v] * paths[v][t] / paths[s][t]
    n = len(near)
    return {v: b / ((n - 1) * (n - 2) / 2) if n > 2 else None for v, b in between.items()}


def closeness(near):
    out = {}
    for v in near:
        away = steps(near, v)
        out[v] = (len(away) - 1) ** 2 / (len(near) - 1) / sum(away.values()) if len(away) > 1 else 0.0
    return out


def eigenvector(near):
    """Power iteration on A + I, component by component; those with the largest eigenvalue keep their vector, maximum 1."""
    if not any(near.values()):
        return dict.fromkeys(near)
    found = []
    for piece in components(near):
        x, largest = dict.fromkeys(piece, 1.0), None
        for _ in range(20000):
            y = {v: x[v] + sum(x[w] for w in near[v]) for v in piece}
            largest = max(y.values())
            y = {v: a / largest for v, a in y.items()}
            moved = max(abs(y[v] - x[v]) for v in piece)
            x = y
            if moved < 1e-14:
                break
        found.append((largest - 1, x))
    top = max(value for value, _ in found)
    return {v: a if value > top - 1e-9 else 0.0 for value, x in found for v, a in x.items()}


def coreness(near):
    core, k = {}, 0
    left = {v: set(w) for v, w in near.items()}
    while left:
        gone = [v for v in left if len(left[v]) <= k]
        if not gone:
            k += 1
        for v in gone:
            core[v] = k
            for w in left.pop(v):
                left[w].discard(v)
    return core


def cut_off(near):
    """Of each cutpoint, how many others lose the largest piece that is left."""
    out = {}
    for piece in components(near):
        for v in piece:
            rest = components(near, piece, without=v) if len(piece) > 2 else []
            if len(rest) > 1:
                out[v] = len(piece) - 1 - max(map(len, rest))
    return out


def bridges(near, ties):
    return {(a, b) for a, b in ties if b not in steps(near, a, without={a, b})}


def triangles(near):
    return {v: sum(b in near[a] for a, b in combinations(near[v], 2)) for v in near}


def assortativity(ties, sector, weight):
    ends = Counter()
    for a, b in ties:
        ends[sector[a], sector[b]] += weight(a, b)
        ends[sector[b], sector[a]] += weight(a, b)
    total, own = sum(ends.values()), Counter()
    for (s, _), x in ends.items():
        own[s] += x / total if total else 0
    chance = sum(x * x for x in own.values())
    return (sum(x for (s, t), x in ends.items() if s == t) / total - chance) / (1 - chance) if len(own) > 1 else None


def agreement(u, v):
    """Normalised mutual information and adjusted Rand index of two labellings of the same vertices."""
    n, both, a, b = len(u), Counter((u[x], v[x]) for x in u), Counter(u.values()), Counter(v.values())
    entropy = lambda c: -sum(x / n * math.log(x / n) for x in c.values())
    information = sum(x / n * math.log(x * n / (a[s] * b[t])) for (s, t), x in both.items())
    pairs = lambda c: sum(math.comb(x, 2) for x in c.values())
    expected, largest = pairs(a) * pairs(b) / math.comb(n, 2) if n > 1 else 0, (pairs(a) + pairs(b)) / 2
    nmi = 2 * information / (entropy(a) + entropy(b)) if len(a) > 1 or len(b) > 1 else None
    return nmi, (pairs(both) - expected) / (largest - expected) if largest > expected else None


def modularity(near, label):
    m = sum(map(len, near.values())) / 2
    inside = sum(label[a] is not None and label[a] == label[b] for a in near for b in near[a]) / 2
    degrees = Counter()
    for v in near:
        degrees[label[v]] += len(near[v])
    return inside / m - sum((k / (2 * m)) ** 2 for c, k in degrees.items() if c is not None) if m else None


def burt(near, weight, i):
    """Constraint and effective size (Burt 1992; Borgatti 1997): p_ij = w_ij / sum of i's; redundancy of j = sum_q p_iq m_jq, m by j's strongest."""
    if not near[i]:
        return None, None
    w = lambda a, b: weight(a, b) if b in near[a] else 0.0
    strength = {a: sum(w(a, x) for x in near[a]) for a in near[i] | {i}}
    p = lambda a, b: w(a, b) / strength[a]
    constraint = sum((p(i, j) + sum(p(i, q) * p(q, j) for q in near[i] & near[j])) ** 2 for j in near[i])
    strongest = lambda a: max(w(a, x) for x in near[a])
    return constraint, sum(1 - sum(p(i, q) * w(j, q) for q in near[i] & near[j]) / strongest(j) for j in near[i])


def matching(near, left, right):
    """The largest number of ties between two sets that share no vertex, and the smallest cover with the most of left (Konig)."""
    partner = {}

    def place(v, seen):
        for w in near[v] & right - seen:
            seen.add(w)
            if w not in partner or place(partner[w], seen):
                partner[w] = v
                return True
        return False

    size = sum(place(v, set()) for v in left)
    todo, reached = [v for v in left if v not in partner.values()], set()
    while todo:                                             # alternating paths from the unmatched of left
        v = todo.pop()
        reached.add(v)
        for w in near[v] & right - reached:
            reached.add(w)
            todo.append(partner[w])
    return size, (left - reached) | (right & reached)


def disjoint_routes(near, left, right):
    """The largest number of paths from one set to the other that share no vertex: a flow of whole units, one through each vertex."""
    room = {(v, end): {} for v in near for end in "<>"} | {"from": {}, "to": {}}
    for v in near:
        room[v, "<"][v, ">"] = 1
        for w in near[v]:
            room[v, ">"][w, "<"] = 1
    for v in left:
        room["from"][v, "<"] = 1
    for v in right:
        room[v, ">"]["to"] = 1
    count = 0
    while True:
        came, todo = {"from": None}, deque(["from"])
        while todo and "to" not in came:
            x = todo.popleft()
            for y, free in room[x].items():
                if free and y not in came:
                    came[y] = x
                    todo.append(y)
        if "to" not in came:
            return count
        y = "to"
        while came[y] is not None:
            x = came[y]
            room[x][y] -= 1
            room[y][x] = room[y].get(x, 0) + 1
            y = x
        count += 1
