#!/usr/bin/env python3
"""Recomputes the statistics of a report (chance, structure, co-presence) from the CSV files, and says where the report differs.

    recompute_statistics.py DATASET REPORT.json

Written from docs/method.md, never from the tool's code; what who-is-where and who-is-tied are comes from recompute.py. Chances from
shuffles are compared within what shuffles can differ by, everything else to 1e-6 or better. Prints each difference, then a count;
exit code 1 if anything differs. Standard library only, slow and plain on purpose.
"""
import json
import math
import random
import sys
from collections import Counter, defaultdict
from itertools import combinations

import recompute
from recompute import COHOST, FUNDER, LEAD, UNKNOWN

LEVEL, RIDGE, ETA_RIDGE, SHUFFLES = 0.05, 0.05, 0.001, 2000
pair = lambda a, b: (a, b) if a < b else (b, a)
phi = lambda z: 0.5 * math.erfc(-z / math.sqrt(2))
compared, differences = Counter(), []


def same(what, here, there, tolerance=1e-7):
    """One number of the report against ours; None is undefined."""
    compared[what.split(":")[0]] += 1
    if here is None or there is None or isinstance(here, (str, bool)):
        if here != there:
            differences.append(f"{what}: here {here}, report {there}")
    elif not abs(here - there) <= tolerance * max(1, abs(here)):
        differences.append(f"{what}: here {here!r}, report {there!r}")


def same_chance(what, here, there, shuffles, own=SHUFFLES):
    """Two estimates of one chance, five standard errors and the added one apart at most."""
    spread = math.sqrt(max(here * (1 - here), there * (1 - there), 1e-4) * (1 / own + 1 / shuffles) * 4)
    same(what, here, there, (2.5 * spread + 2 / own) / max(1, abs(here)))


def bh(p):
    """Benjamini-Hochberg; None is no test."""
    order = sorted((k for k in p if p[k] is not None), key=lambda k: -p[k])
    q, least = dict.fromkeys(p), 1.0
    for rank, k in zip(range(len(order), 0, -1), order):
        least = q[k] = min(least, p[k] * len(order) / rank)
    return q


def solve(a, b):
    """Gaussian elimination with pivots."""
    n = len(b)
    a = [row[:] + [y] for row, y in zip(a, b)]
    for i in range(n):
        best = max(range(i, n), key=lambda r: abs(a[r][i]))
        a[i], a[best] = a[best], a[i]
        for r in range(i + 1, n):
            f = a[r][i] / a[i][i]
            if f:
                a[r] = [x - f * y for x, y in zip(a[r], a[i])]
    x = [0.0] * n
    for i in range(n - 1, -1, -1):
        x[i] = (a[i][n] - sum(a[i][k] * x[k] for k in range(i + 1, n))) / a[i][i]
    return x


def poisson_binomial(p):
    f = [1.0]
    for x in p:
        f = [(f[k] * (1 - x) if k < len(f) else 0) + (f[k - 1] * x if k else 0) for k in range(len(f) + 1)]
    return f


# ------------------------------------------------------------------------------------------------ chance

def verdict_ties(m, g, most_joint):
    """Mode, ties, the factor on variances, and the activities that take part."""
    usable = [a for a in m.activities if sum(r != {FUNDER} for r in a["people"].values()) <= most_joint]
    joiners = lambda a: {o for o, r in a["people"].items() if r != {FUNDER}}
    joint = [a for a in usable if len(joiners(a)) > 1]
    names = lambda r: bool(r & {LEAD, COHOST, FUNDER})
    named = sum(any(names(r) for r in a["people"].values()) for a in joint)
    mode = "none" if not g["ties"] else "declared" if not joint else "lead" if 2 * named >= len(joint) else "clique"
    declared = [pair(a, b) for a, b, _ in m.ties]
    for a in usable:
        leads = [o for o, r in a["people"].items() if LEAD in r] or [o for o, r in a["people"].items() if recompute.IMPL in r]
        declared += [pair(f, l) for f, r in a["people"].items() if r == {FUNDER} for l in leads]
    own, everything = [], set(declared)
    for a in joint:
        first = {o for o in joiners(a) if names(a["people"][o])}
        made = {pair(x, y) for x, y in combinations(joiners(a), 2) if mode != "lead" or x in first or y in first}
        own.append(made)
        everything |= made
    sector = g["sector"]
    cross = lambda k: sector[k[0]] != sector[k[1]] and UNKNOWN not in (sector[k[0]], sector[k[1]])
    ties = squares = sum(map(cross, declared))
    for made in own:
        for x in Counter(pair(sector[a], sector[b]) for a, b in made if cross((a, b))).values():
            ties, squares = ties + x, squares + x * x
    factor = max(1, (squares / ties) ** (2 / 3 if mode == "clique" else 0.6)) if ties else 1
    return mode, everything, factor, [(a, joiners(a)) for a in joint]


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
    for _ in range(60):
        g, h, mean = [0.0] * (n + 1), [[0.0] * (n + 1) for _ in range(n + 1)], sum(x[:n]) / n
        for i in range(n):
            g[i] -= RIDGE * (x[i] - mean)
            for j in range(n):
                h[i][j] += RIDGE * ((i == j) - 1 / n)
        g[n], h[n][n] = (-ETA_RIDGE * x[n], ETA_RIDGE) if homophily else (0, 1)
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
        if most < 1e-12:
            break
    mean = sum(x[:n]) / n
    return {o: x[at[o]] if o in at else mean for o in sector}, x[n]


def model(pairs, tied, sector, factor, theta, eta):
    """Per pair of sectors: expected, standard deviation, both tails, chance of none."""
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
            lower, upper = sum(f[:o + 1]), sum(f[o:])
        else:
            refined = lambda z, skew: min(1, max(0, phi(z) + skew * (1 - z * z) * math.exp(-z * z / 2) / (6 * math.sqrt(2 * math.pi))))
            lower, upper = refined((o + 0.5 - mean) / sd, third / sd ** 3), refined((mean - o + 0.5) / sd, -third / sd ** 3)
        out[k] = dict(o=o, expected=mean, sd=sd, z=(o - mean) / sd, p=lower, p_over=upper, p_none=none, ratio=o / mean,
                      detectable_ratio=max(0, 1 - 2.49 * sd / mean))
    return out


def company(joint, sector, cell_of):
    """Times together of each two sectors, against seats filled at random and each sector's readiness to mix."""
    acts = []
    for a, people in joint:
        people = {o for o in people if sector[o] != UNKNOWN}
        if cell_of(a) is not None and len(people) > 1:
            acts.append((cell_of(a), people))
    series = list(range(len(acts)))
    for i in range(len(acts)):
        for j in range(i):
            shared = len(acts[i][1] & acts[j][1])
            if acts[i][0] == acts[j][0] and shared >= 2 and 2 * shared >= len(acts[i][1] | acts[j][1]) and series[i] != series[j]:
                series = [series[j] if s == series[i] else s for s in series]
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
    information = [[margin[a] if a == b else mu[pair(a, b)] for b in mixing] for a in mixing]
    unit = [solve(information, [float(i == j) for j in range(len(mixing))]) for i in range(len(mixing))]
    inverse = {(a, b): unit[i][j] for i, a in enumerate(mixing) for j, b in enumerate(mixing)}
    total = {s: Counter() for s in set(series)}
    for (cell, _), o, s, run in zip(acts, own, size, series):
        beyond = {k: o[k] - s * chance[cell][k] * ready[k[0]] * ready[k[1]] for k in keys}
        score = {x: sum(v for k, v in beyond.items() if x in k) for x in mixing}
        effect = {x: sum(inverse[x, y] * score[y] for y in mixing) for x in mixing}
        for k in keys:
            total[run][k] += beyond[k] - mu[k] * (effect.get(k[0], 0) + effect.get(k[1], 0))
    out = {}
    for k in keys:
        out[k] = dict(o=t[k], together=t[k], expected=mu[k], p_none=1.0)
        if mu[k] == 0:
            continue
        a, b = k
        variance = max(sum(u[k] ** 2 for u in total.values()) * len(total) / (len(total) - len(mixing)),
                       mu[k] - mu[k] ** 2 * (inverse[a, a] + inverse[b, b] + 2 * inverse[a, b]))
        sd = math.sqrt(variance)
        out[k] |= dict(sd=sd, z=(t[k] - mu[k]) / sd, p=phi((t[k] + 0.5 - mu[k]) / sd), p_over=phi((mu[k] - t[k] + 0.5) / sd), ratio=t[k] / mu[k],
                       p_none=phi((0.5 - mu[k]) / sd), detectable_ratio=max(0, 1 - 2.49 * sd / mu[k]))
    return out


def labels(pairs, tied, sector, present):
    """Per pair of sectors: expected, z by exact moments, p by shuffles."""
    rate = sum(k in tied for k in pairs) / len(pairs)
    w = {k: (k in tied) - rate for k in pairs}
    sums = Counter()
    for (a, b), x in w.items():
        sums[a] += x
        sums[b] += x
    n, size = len(present), Counter(sector[o] for o in present)
    q = sum(x * x for x in w.values())
    p = sum(x * x for x in sums.values()) - 2 * q
    down = lambda v, k: math.prod(v - i for i in range(k))
    required, satisfied = Counter(), Counter()
    for a, b in pairs:
        required[pair(sector[a], sector[b])] += 1
        satisfied[pair(sector[a], sector[b])] += (a, b) in tied
    d = {k: satisfied[k] - rate * required[k] for k in required}
    out = {}
    for (s, t) in required:
        ns, nt = size[s], size[t]
        variance = (q * down(ns, 2) / down(n, 2) + p * down(ns, 3) / down(n, 3) - (q + p) * down(ns, 4) / down(n, 4) if s == t else
                    2 * q * ns * nt / down(n, 2) + p * ns * nt * (ns + nt - 2) / down(n, 3) - 4 * (q + p) * ns * (ns - 1) * nt * (nt - 1) / down(n, 4))
        out[s, t] = dict(expected=rate * required[s, t], z=d[s, t] / math.sqrt(variance) if variance > 1e-9 else None)
    low, rng, people = Counter(), random.Random(1), sorted(present)
    shuffled = [sector[o] for o in people]
    at = {o: i for i, o in enumerate(people)}
    weights = [(at[a], at[b], x) for (a, b), x in w.items()]
    for _ in range(SHUFFLES):
        rng.shuffle(shuffled)
        now = defaultdict(float)
        for i, j, x in weights:
            now[pair(shuffled[i], shuffled[j])] += x
        for k in d:
            low[k] += now[k] <= d[k] + 1e-9
    for k in out:
        out[k]["p"] = (1 + low[k]) / (1 + SHUFFLES)
    return out


def verdicts(report, m, g, most_joint):
    sector, tests = g["sector"], report["sector_tests"]
    mode, ties, factor, joint = verdict_ties(m, g, most_joint)
    same("verdict ties: mode", mode, tests["verdict_tie_mode"])
    same("verdict ties: factor", factor, tests["clustering"])
    known = lambda k: UNKNOWN not in (sector[k[0]], sector[k[1]])
    pairs = sorted(k for k, r in g["requirement"].items() if r > 0 and known(k))
    tied = {k for k in pairs if k in ties}
    present = {o for who in g["arenas"].values() for o in who if sector[o] != UNKNOWN}
    sectors_of = lambda ks: Counter(s for a, b in ks for s in {sector[a], sector[b]})
    meets, has = sectors_of(pairs), sectors_of(tied)
    cross = {pair(sector[a], sector[b]) for a, b in pairs if sector[a] != sector[b]}
    tested = {k for k in cross if has[k[0]] and has[k[1]]}
    material, over = tests["material"], tests["material_over"]
    by_labels = labels(pairs, tied, sector, present)
    theta, _ = fit(pairs, tied, sector, False)
    activity = model(pairs, tied, sector, factor, theta, 0)
    theta, eta = fit(pairs, tied, sector, True)
    homophily, left_out = model(pairs, tied, sector, factor, theta, eta), []
    if mode != "clique":
        q = bh({k: min(1, 2 * min(homophily[k]["p"], homophily[k]["p_over"])) for k in tested})
        far = [k for k in tested if q[k] <= LEVEL and (homophily[k]["ratio"] <= material or homophily[k]["ratio"] >= over)]
        left_out = sorted(far, key=lambda k: -abs(homophily[k]["z"]))[:len(tested) // 3]
        if left_out:
            theta, eta = fit(pairs, tied, sector, True, left_out)
            homophily = model(pairs, tied, sector, factor, theta, eta)
    same("homophily: eta", eta, tests["same_sector_log_odds"], 1e-6)
    cell = lambda a: None if ("theme" not in g["absent"] and not a["theme"]) or ("place" not in g["absent"] and not a[g["place_key"]]) \
        else ("theme" in g["absent"] or a["theme"], "place" in g["absent"] or a[g["place_key"]])
    keeps = company(joint, sector, cell) if mode == "clique" else None
    deciding = homophily if keeps is None else {k: keeps.get(k, {}) for k in cross}
    q_labels, q_activity = bh({k: by_labels[k]["p"] for k in cross}), bh({k: activity[k]["p"] for k in tested})
    q_under, q_over = ({k: v for k, v in bh({k: deciding[k].get(tail) for k in tested}).items()} for tail in ("p", "p_over"))
    for r in report["sector_pairs"]:
        k, name = pair(r["a"], r["b"]), f"{r['a']} - {r['b']}"
        if k not in by_labels:
            continue
        same(f"labels: {name} expected", by_labels[k]["expected"], r["labels"]["expected"])
        same(f"labels: {name} z", by_labels[k]["z"], r["labels"]["z"])
        same_chance(f"labels: {name} p", by_labels[k]["p"], r["labels"]["p"], tests["shuffles"])
        for f in ("expected", "z", "p"):
            same(f"activity: {name} {f}", activity[k][f], r["activity"][f], 1e-6)
            same(f"homophily: {name} {f}", homophily[k][f], r["homophily"][f], 1e-6)
        for f in ("p_over", "ratio", "detectable_ratio", "p_none"):
            same(f"homophily: {name} {f}", homophily[k][f], r["homophily"][f], 1e-6)
        same(f"homophily: {name} left out", k in left_out, r["homophily"]["left_out_of_fit"])
        same(f"activity: {name} q", q_activity.get(k), r["activity"]["q"], 1e-6)
        if keeps is not None and k in cross:
            for f in ("together", "expected", "z", "p", "p_over", "ratio", "detectable_ratio", "p_none"):
                same(f"company: {name} {f}", deciding[k].get(f), r["company"][f], 1e-6)
        if k not in cross:
            continue
        there = r["company" if keeps is not None else "homophily"]
        same(f"verdict: {name} q", q_under.get(k), there["q"], 1e-6)
        same(f"verdict: {name} q over", q_over.get(k), there["q_over"], 1e-6)
        d = deciding[k]
        verdict = ("sector_without_ties" if k not in tested else "not_testable" if len(tested) < 2 or "expected" not in d
                   else "under" if (q_under[k] if q_under[k] is not None else 1) <= LEVEL and d["ratio"] <= material
                   else "over" if (q_over[k] if q_over[k] is not None else 1) <= LEVEL and d["ratio"] >= over
                   else "too_few_to_tell" if d["p_none"] > LEVEL else "as_expected")
        same(f"verdict: {name}", verdict, r["verdict"].replace(" ", "_"))
    assert set(tested) <= set(q_labels)


# ------------------------------------------------------------------------------------------------ headline and structure

def headline(report, g):
    sector, h = g["sector"], report["headline"]
    required = {k for k, r in g["requirement"].items() if r > 0}
    cross = lambda k: UNKNOWN not in (sector[k[0]], sector[k[1]]) and sector[k[0]] != sector[k[1]]
    for name, chosen in (("coordination_rate", required), ("cross_sector_rate", {k for k in required if cross(k)})):
        who = {o for k in chosen for o in k}
        left = {}
        for o in who:
            rest = [k for k in chosen if o not in k]
            if rest:
                left[o] = sum(k in g["ties"] for k in rest) / len(rest)
        if len(left) < 2 or not chosen:
            continue
        k, mean = len(left), sum(left.values()) / len(left)
        same(f"headline: {name} se", math.sqrt((k - 1) / k * sum((x - mean) ** 2 for x in left.values())), h[name]["se"])
        rate = sum(k in g["ties"] for k in chosen) / len(chosen)
        there = h[name + "_moved_most_by"]
        same(f"headline: {name} moved most", max(abs(x - rate) for x in left.values()), abs(there["rate_without_it"] - rate))
    n, m, big = len(sector), len(g["ties"]), math.comb(len(sector), 2)
    p, c = m / big, [x for x in g["shared"].values()]
    closed = sum(x for k, x in g["shared"].items() if k in g["ties"])
    variance = p * (1 - p) * big / (big - 1) * (sum(x * x for x in c) - sum(c) ** 2 / big)
    r = h["random_ties"]
    for name, value in (("expected_rate", p), ("closed", closed), ("open", sum(c) - closed), ("expected_closed", p * sum(c)),
                        ("variance_closed", variance), ("z", (closed - p * sum(c)) / math.sqrt(variance))):
        same(f"headline: random ties {name}", value, r[name])
    ties = [k for k in g["ties"] if UNKNOWN not in (sector[k[0]], sector[k[1]])]
    size = Counter(s for s in sector.values() if s != UNKNOWN)
    total, external = sum(size.values()), sum(map(cross, ties))
    across = math.comb(total, 2) - sum(math.comb(x, 2) for x in size.values())
    ei = lambda e: (2 * e - len(ties)) / len(ties)
    low, high = ei(max(0, len(ties) - (math.comb(total, 2) - across))), ei(min(len(ties), across))
    for name, value in (("external", external), ("internal", len(ties) - external), ("value", ei(external)),
                        ("expected", 2 * across / math.comb(total, 2) - 1), ("rescaled", 2 * (ei(external) - low) / (high - low) - 1)):
        same(f"E-I: {name}", value, h["ei_index"][name])


def structure(report, g):
    sector, net = g["sector"], report["network"]
    near = {o: set() for o in sector}
    for a, b in g["ties"]:
        near[a].add(b)
        near[b].add(a)
    known = {o for o in sector if sector[o] != UNKNOWN}
    roles = lambda label: _roles(near, label, known)
    total, own = roles(sector)
    b = net["brokerage"]
    for r in ("coordinator", "itinerant", "gatekeeper", "liaison"):
        same(f"brokerage: {r}", total[r], b[r])
    open_pairs = [(j, [p for p in combinations(sorted(near[j]), 2) if p[1] not in near[p[0]]]) for j in sorted(near)]
    triples = sum(1 for j, ps in open_pairs if j in known for a, c in ps if a in known and c in known)
    size = Counter(sector[o] for o in known)
    n = len(known)
    three = n * (n - 1) * (n - 2)
    shares = dict(
        coordinator=sum(x * (x - 1) * (x - 2) for x in size.values()) / three,
        itinerant=sum(x * (x - 1) * (n - x) for x in size.values()) / three,
        gatekeeper=sum(2 * x * (x - 1) * (n - x) for x in size.values()) / three)
    shares["liaison"] = 1 - sum(shares.values())
    for r, share in shares.items():
        same(f"brokerage: {r} expected", triples * share, b["expected"][r])
    rng, people = random.Random(2), sorted(known)
    shuffled, high, low, across = [sector[o] for o in people], Counter(), Counter(), [0, 0]
    ties = [k for k in g["ties"] if k[0] in known and k[1] in known]
    external = sum(sector[a] != sector[c] for a, c in ties)
    paths = [(a, j, c) for j, ps in open_pairs if j in known for a, c in ps if a in known and c in known]
    runs = 400
    for _ in range(runs):
        rng.shuffle(shuffled)
        label = dict(zip(people, shuffled))
        count = Counter(_role(label[a], label[j], label[c]) for a, j, c in paths)
        for r in shares:
            high[r] += count[r] >= total[r]
            low[r] += count[r] <= total[r]
        now = sum(label[a] != label[c] for a, c in ties)
        across[0] += now <= external
        across[1] += now >= external
    two_sided = lambda x, y: min(1, 2 * (1 + min(x, y)) / (1 + runs))
    for r in shares:
        same_chance(f"brokerage: {r} p", two_sided(low[r], high[r]), b["p"][r], b["shuffles"], runs)
    same_chance("E-I: p", two_sided(*across), report["headline"]["ei_index"]["p"], b["shuffles"], runs)
    community = {s["id"]: s["community"] for s in report["stakeholders"]}
    modularity = lambda label: sum((label[a] == label[b] is not None) / len(g["ties"]) for a, b in g["ties"]) - sum(
        (sum(len(near[o]) for o in near if label[o] == c) / (2 * len(g["ties"]))) ** 2 for c in {label[o] for o in near})
    same("communities: modularity", modularity(community), net["modularity"])
    same("communities: modularity of sectors", modularity(sector), net["modularity_sectors"])
    for s in report["stakeholders"]:
        o = s["id"]
        for suffix, w in (("", lambda k: 1.0), ("_weighted", lambda k: g["ties"][k])):
            constraint, effective = burt(near, w, o)
            same(f"constraint: {o}{suffix}", constraint, s["constraint" + suffix])
            same(f"effective size: {o}{suffix}", effective, s["effective_size" + suffix])
        same(f"brokerage: {o} liaison", own[o]["liaison"], s["brokerage"]["liaison"])
        same(f"brokerage: {o} gatekeeper", own[o]["gatekeeper"], s["brokerage"]["gatekeeper"])


def _role(a, j, c):
    return "coordinator" if a == j == c else "itinerant" if a == c else "gatekeeper" if j in (a, c) else "liaison"


def _roles(near, label, known):
    own = {j: Counter() for j in near}
    for j in known:
        for a, c in combinations(sorted(near[j] & known), 2):
            if c not in near[a]:
                own[j][_role(label[a], label[j], label[c])] += 1
    return sum(own.values(), Counter()), own


def burt(near, weight, i):
    """Constraint and effective size (Burt 1992; Borgatti 1997): p_ij = w_ij / sum of i's; redundancy of j = sum_q p_iq m_jq, m by j's strongest."""
    if not near[i]:
        return None, None
    w = lambda a, b: weight(pair(a, b)) if b in near[a] else 0.0
    strength = lambda a: sum(w(a, x) for x in near[a])
    p = lambda a, b: w(a, b) / strength(a)
    constraint = sum((p(i, j) + sum(p(i, q) * p(q, j) for q in near[i] if q != j)) ** 2 for j in near[i])
    strongest = lambda a: max(w(a, x) for x in near[a])
    effective = sum(1 - sum(p(i, q) * w(j, q) / strongest(j) for q in near[i] if q not in (i, j)) for j in near[i])
    return constraint, effective


# ------------------------------------------------------------------------------------------------ co-presence

def co_presence(report, g):
    sector, arenas = g["sector"], [who for who in g["arenas"].values() if who]
    reach = Counter(o for who in arenas for o in who)
    people, sizes = sorted(reach), [len(who) for who in arenas]
    x, y = {d: d / math.sqrt(sum(sizes)) for d in set(reach.values())}, {d: d / math.sqrt(sum(sizes)) for d in set(sizes)}
    rows, columns = Counter(reach.values()), Counter(sizes)
    for _ in range(20000):
        x2 = {d: d / sum(t * y[c] / (1 + x[d] * y[c]) for c, t in columns.items()) if d < len(arenas) else math.inf for d in x}
        y2 = {c: c / sum(t * x2[d] / (1 + x2[d] * y[c]) for d, t in rows.items()) for c in y}
        change = max([abs(x2[d] / x[d] - 1) for d in x] + [abs(y2[c] / y[c] - 1) for c in y])
        x, y = x2, y2
        if change < 1e-13:
            break
    p = lambda d, c: x[d] * y[c] / (1 + x[d] * y[c])
    shared = lambda a, b: sum(a in who and b in who for who in arenas)
    there, tails = report["copresence"], {}
    lower = {}
    for a, b in combinations(people, 2):
        key = pair(reach[a], reach[b])
        if key not in tails:
            tails[key] = poisson_binomial([p(key[0], c) * p(key[1], c) for c in sizes])
        lower[a, b] = min(1, sum(tails[key][:shared(a, b) + 1]))
    q = bh(lower)
    same("co-presence: pairs", len(lower), there["pairs"])
    same("co-presence: cannot tell", sum(tails[pair(reach[a], reach[b])][0] > LEVEL for a, b in lower), there["cannot_tell"])
    same("co-presence: apart", sum(v <= LEVEL for v in q.values()), there["apart"])
    ps = {}
    for s in there["sectors"]:
        inside = lambda name: [o for o in people if sector[o] == name]
        a, b = inside(s["a"]), inside(s["b"])
        total = sum(sum(o in who for o in a) * sum(o in who for o in b) for who in arenas)
        mean = variance = 0
        for c in sizes:
            ma, mb = (sum(p(reach[o], c) for o in side) for side in (a, b))
            va, vb = (sum(p(reach[o], c) * (1 - p(reach[o], c)) for o in side) for side in (a, b))
            mean += ma * mb
            variance += (va + ma * ma) * (vb + mb * mb) - ma * ma * mb * mb
        z = (total - mean) / math.sqrt(variance)
        ps[s["a"], s["b"]] = phi(z)
        for name, value in (("shared_arenas", total), ("expected", mean), ("z", z), ("p", ps[s["a"], s["b"]])):
            same(f"co-presence: {s['a']} - {s['b']} {name}", value, s[name], 1e-5)
    q = bh(ps)
    for s in there["sectors"]:
        same(f"co-presence: {s['a']} - {s['b']} q", q[s["a"], s["b"]], s["q"], 1e-5)


def main():
    dataset, report = sys.argv[1], json.load(open(sys.argv[2], encoding="utf-8"))
    m, config = recompute.load(dataset)
    options, g = report["options"], {}
    recompute.analyse(m, options["period"], options["place_level"], options["ties"], options["max_joint_participants"], options["funders_present"], 0, g)
    headline(report, g)
    structure(report, g)
    co_presence(report, g)
    verdicts(report, m, g, options["max_joint_participants"])
    for line in differences:
        print(line)
    print(f"{sum(compared.values())} numbers compared ({', '.join(f'{n} {k}' for k, n in sorted(compared.items()))}), {len(differences)} differ")
    sys.exit(1 if differences else 0)


if __name__ == "__main__":
    main()
