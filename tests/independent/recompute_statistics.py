#!/usr/bin/env python3
"""Recomputes the statistics of reports from the CSV files, and says where a report differs.

    recompute_statistics.py DATASET REPORT.json [DATASET REPORT.json ...]

Chance (shuffled labels, activity, activity and homophily, company, verdicts), rates with their ranges, E-I index, random ties, structure,
co-presence, coverage, need, sensitivity, and what the plan claims. Written from docs/method.md and the column descriptions of the tables,
never from the tool's code; who is where and who is tied come from recompute.py, measures of
networks from networks.py, models from models.py.

Closed forms are compared to 1e-9, what is iterated (fits, eigenvectors) to 1e-6, chances from shuffles within what shuffles can differ by.
Prints each difference, then a count; exit code 1 if anything differs. Standard library only, slow and plain on purpose.
"""
import csv
import functools
import json
import math
import random
import sys
from collections import Counter, defaultdict
from datetime import date
from itertools import combinations
from pathlib import Path

import networks
import recompute
from models import ANYONE, WITHIN, Labels, bh, company, fit, hypergeometric_low, model, pair, phi, poisson_binomial
from recompute import COHOST, FUNDER, IMPL, LEAD, UNKNOWN

LEVEL, SHUFFLES, WORK = 0.05, 2000, 4_000_000
EXACT, FITTED = 1e-9, 1e-6
compared, differences = Counter(), []


def same(what, here, there, tolerance=EXACT):
    """One value of the report against ours; None is undefined."""
    compared[what.split(":")[0]] += 1
    numbers = all(isinstance(x, (int, float)) and not isinstance(x, bool) for x in (here, there))
    if not (abs(here - there) <= tolerance * max(1, abs(here)) if numbers else here == there):
        differences.append(f"{what}: here {here!r}, report {there!r}")


def same_all(what, here, there, tolerance=EXACT):
    """Every value of a dict against the report's of that name."""
    for name, value in here.items():
        same(f"{what} {name}", value, there[name], tolerance)


def same_chance(what, here, there, shuffles, own):
    """Two estimates of one chance from shuffles: five standard errors and the added one apart at most."""
    if here is None or there is None:
        return same(what, here, there)
    middle = min(1, max(0, (here * own + there * shuffles) / (own + shuffles)))
    spread = math.sqrt(max(middle * (1 - middle), 1 / min(own, shuffles)) * (1 / own + 1 / shuffles))
    same(what, here, there, (5 * spread + 2 / own) / max(1, abs(here)))


# ------------------------------------------------------------------------------------------------ who made which tie when

joiners = lambda a: {o for o, r in a["people"].items() if r != {FUNDER}}


def evidence(m, options):
    """Joint activities [(activity, participants)] and declared ties [(pair, strength, first day, last day)]."""
    usable = [a for a in m.activities if len(joiners(a)) <= options["max_joint_participants"]]
    joint = [(a, joiners(a)) for a in usable if len(joiners(a)) > 1] if options["ties"] != "declared" else []
    declared = []
    if options["ties"] != "joint":
        declared = [(pair(a, b), strength, since, until) for a, b, strength, since, until in m.ties]
        for a in usable:
            leads = [o for o, r in a["people"].items() if LEAD in r] or [o for o, r in a["people"].items() if IMPL in r]
            first, last = a["span"][:2] if a["span"] else (None, None)
            declared += [(pair(f, l), 1.0, first, last) for f, r in a["people"].items() if r == {FUNDER} for l in leads]
    return joint, declared


def active_ties(period, joint, declared):
    """The ties of a period: of activities and declarations that touch it, or have no dates."""
    first, last = recompute.period_days(period) if period != "all" else (date.min, date.max)
    touches = lambda since, until: (since or date.min) <= last and (until or date.max) >= first
    found = {k for k, _, since, until in declared if touches(since, until)}
    for a, people in joint:
        if a["span"] is None or touches(*a["span"][:2]):
            found |= {pair(x, y) for x, y in combinations(people, 2)}
    return found


def verdict_ties(g, joint, declared):
    """Mode, ties, the factor on variances, activities that name who invited."""
    names = lambda roles: bool(roles & {LEAD, COHOST, FUNDER})
    named = sum(any(names(r) for r in a["people"].values()) for a, _ in joint)
    mode = "none" if not g["ties"] else "declared" if not joint else "lead" if 2 * named >= len(joint) else "clique"
    sector, own, everything = g["sector"], [], {k for k, *_ in declared}
    cross = lambda k: sector[k[0]] != sector[k[1]] and UNKNOWN not in (sector[k[0]], sector[k[1]])
    for a, people in joint:
        first = {o for o in people if names(a["people"][o])}
        made = {pair(x, y) for x, y in combinations(people, 2) if mode != "lead" or x in first or y in first}
        own.append(made)
        everything |= made
    ties = squares = sum(cross(k) for k, *_ in declared)
    for made in own:
        for x in Counter(pair(sector[a], sector[b]) for a, b in made if cross((a, b))).values():
            ties, squares = ties + x, squares + x * x
    factor = max(1, (squares / ties) ** (2 / 3 if mode == "clique" else 0.6)) if ties else 1
    return mode, everything, factor, named


# ------------------------------------------------------------------------------------------------ chance

def same_labels(what, labels, d, required, ns, nt, there, tails, runs, shuffles):
    """Returns the chance by which the report goes on: its own, which was just compared."""
    variance = labels.variance(ns, nt)
    z = d / math.sqrt(variance) if variance > 1e-12 else None
    same(f"{what} expected", labels.rate * required, there["expected"])
    same(f"{what} z", z, there["z"])
    placements = labels.placements(ns, nt)
    same(f"{what} method", "enumeration" if placements <= 1_000_000 else "shuffles", there["method"])
    if placements <= 20_000:
        same(f"{what} p", labels.exact(d, ns, nt), there["p"])
    elif tails is not None:
        same_chance(f"{what} p", tails, there["p"], 1e12 if there["method"] == "enumeration" else shuffles, runs)
    return there["p"]


def verdicts(report, m, g, joint, declared):
    sector, tests = g["sector"], report["sector_tests"]
    mode, ties, factor, named = verdict_ties(g, joint, declared)
    same_all("verdict ties:", dict(verdict_tie_mode=mode, joint_activities=len(joint), activities_naming_initiator=named), tests)
    known = lambda k: UNKNOWN not in (sector[k[0]], sector[k[1]])
    pairs = sorted(k for k, r in g["requirement"].items() if r > 0 and known(k))
    tied = {k for k in pairs if k in ties}
    present = {o for who in g["arenas"].values() for o in who if sector[o] != UNKNOWN}
    sectors_of = lambda ks: Counter(s for a, b in ks for s in {sector[a], sector[b]})
    has, meets = sectors_of(tied), sectors_of(k for k in pairs if sector[k[0]] != sector[k[1]])
    cross = {pair(sector[a], sector[b]) for a, b in pairs if sector[a] != sector[b]}
    tested = {k for k in cross if has[k[0]] and has[k[1]]}
    material = tests["material"]
    asked = report["options"]["material"]
    same("verdict ties: material", asked if asked is not None else 0.8 if mode == "clique" else 2 / 3, material)
    same("verdict ties: shuffles", report["options"]["permutations"], tests["shuffles"])
    same("verdict ties: material over", 1 / material, tests["material_over"])
    if not cross or not tied or len(tied) == len(pairs):
        return [same(f"verdict: {r['a']} - {r['b']} z", None, r["homophily"]["z"]) for r in report["sector_pairs"]]
    same("verdict ties: factor", factor, tests["clustering"])

    labels = Labels(pairs, tied, sector, present)
    required, satisfied = (Counter(pair(sector[a], sector[b]) for a, b in some) for some in (pairs, tied))
    observed = {k: satisfied[k] - labels.rate * required[k] for k in required}
    runs = max(200, min(SHUFFLES, WORK // len(pairs)))
    tails = labels.shuffled(observed, runs)
    by = {(pair(r["a"], r["b"])): r for r in report["sector_pairs"]}
    chance = {}
    for k in required:
        sizes = labels.size[k[0]], WITHIN if k[0] == k[1] else labels.size[k[1]]
        chance[k] = same_labels(f"labels: {k[0]} - {k[1]}", labels, observed[k], required[k], *sizes, by[k]["labels"], tails[k], runs, tests["shuffles"])
    alone = sorted(s for s in meets if not has[s])
    same("sectors without ties: which", alone, sorted(s["sector"] for s in tests["sectors_without_ties"]))
    for there in tests["sectors_without_ties"]:
        s = there["sector"]
        those = sum(v for k, v in required.items() if s in k)
        same_all(f"sectors without ties: {s}", dict(present=labels.size[s], required=those), there)
        same_labels(f"sectors without ties: {s}", labels, -labels.rate * those, those, labels.size[s], ANYONE, there, None, runs,
                    tests["shuffles"])

    activity = model(pairs, tied, sector, factor, fit(pairs, tied, sector, False))
    fitted = fit(pairs, tied, sector, True)
    homophily, left_out = model(pairs, tied, sector, factor, fitted), []
    if mode != "clique":
        q = bh({k: min(1, 2 * min(homophily[k]["p"], homophily[k]["p_over"])) for k in tested})
        far = [k for k in tested if q[k] <= LEVEL and (homophily[k]["ratio"] <= material or homophily[k]["ratio"] >= 1 / material)]
        left_out = sorted(far, key=lambda k: -abs(homophily[k]["z"]))[:len(tested) // 3]
        again = fit(pairs, tied, sector, True, left_out) if left_out else None
        if again:
            fitted = again
            homophily = model(pairs, tied, sector, factor, fitted)
    same("homophily: eta", fitted[1], tests["same_sector_log_odds"], FITTED)
    cell = lambda a: None if ("theme" not in g["absent"] and not a["theme"]) or ("place" not in g["absent"] and not a[g["place_key"]]) \
        else ("theme" in g["absent"] or a["theme"], "place" in g["absent"] or a[g["place_key"]])
    keeps = company(joint, sector, cell) if mode == "clique" else None
    deciding = homophily if keeps is None else {k: keeps.get(k, {}) for k in cross}
    q_labels = bh({k: p for k, p in chance.items() if k in cross})
    q_activity, q_homophily = (bh({k: some[k]["p"] for k in tested}) for some in (activity, homophily))
    q_under, q_over = (bh({k: deciding[k].get(tail) for k in tested}) for tail in ("p", "p_over"))
    for k, r in sorted(by.items()):
        name = f"{r['a']} - {r['b']}"
        if k not in required:
            same(f"verdict: {name} z", None, r["homophily"]["z"])
            continue
        same(f"verdict: {name} verdict ties", satisfied[k], r["verdict_ties"])
        same_all(f"activity: {name}", {f: activity[k][f] for f in ("expected", "z", "p")}, r["activity"], FITTED)
        same_all(f"homophily: {name}", homophily[k], r["homophily"], FITTED)
        same(f"homophily: {name} left out", k in left_out, r["homophily"]["left_out_of_fit"])
        same(f"labels: {name} q", q_labels.get(k), r["labels"]["q"])
        same(f"activity: {name} q", q_activity.get(k), r["activity"]["q"], FITTED)
        same(f"homophily: {name} q", q_homophily.get(k), r["homophily"]["q"], FITTED)
        if keeps is not None and k in cross:
            same_all(f"company: {name}", keeps.get(k, {}), r["company"], FITTED)
            same(f"company: {name} q", q_under.get(k), r["company"]["q"], FITTED)
        if k not in cross:
            continue
        same(f"verdict: {name} q over", q_over.get(k), r["company" if keeps is not None else "homophily"]["q_over"], FITTED)
        d = deciding[k]
        at_most = lambda q: q.get(k) is not None and q[k] <= LEVEL
        verdict = ("sector without ties" if k not in tested else "not testable" if len(tested) < 2 or "p" not in d and d.get("expected") != 0
                   else "under" if at_most(q_under) and d["ratio"] <= material else "over" if at_most(q_over) and d["ratio"] >= 1 / material
                   else "too few to tell" if d["p_none"] > LEVEL else "as expected")
        same(f"verdict: {name}", verdict, r["verdict"])


# ------------------------------------------------------------------------------------------------ rates

class Rates:
    def __init__(self, g):
        self.sector, self.weight, self.measured = g["sector"], g["weight"], bool(g["ties"])

    def cross(self, k):
        return UNKNOWN not in (self.sector[k[0]], self.sector[k[1]]) and self.sector[k[0]] != self.sector[k[1]]

    def of(self, pairs, ties):
        """pairs: {pair: arenas in which it meets}."""
        r = {k: sum(map(self.weight, arenas)) for k, arenas in pairs.items()}
        required = {k: v for k, v in r.items() if v > 0}
        tied = [k for k in required if k in ties]
        defined = required and self.measured
        return dict(required=len(required), satisfied=len(tied) if self.measured else None, value=len(tied) / len(required) if defined else None,
                    weighted=sum(required[k] for k in tied) / sum(required.values()) if defined else None)

    def leave_one_out(self, pairs, ties):
        """The standard error, and {stakeholder: rate without it}."""
        required = [k for k, arenas in pairs.items() if sum(map(self.weight, arenas)) > 0]
        count, of = len(required), defaultdict(lambda: [0, 0])
        total = sum(k in ties for k in required)
        for k in required:
            for o in k:
                of[o][0] += 1
                of[o][1] += k in ties
        left = {o: (total - y) / (count - x) for o, (x, y) in of.items() if count > x}
        k, mean = len(left), networks.mean(left.values())
        return (math.sqrt((k - 1) / k * sum((x - mean) ** 2 for x in left.values())) if k > 1 and self.measured else None), left

    def same(self, what, pairs, ties, there, cross_there=None):
        here = self.of(pairs, ties)
        if "se" in there:
            here["se"] = self.leave_one_out(pairs, ties)[0]
        same_all(what, here, there)
        if cross_there is not None:
            self.same(f"{what} across", {k: v for k, v in pairs.items() if self.cross(k)}, ties, cross_there)


def rates(report, m, g, joint, declared, taking_part):
    r, ties, h = Rates(g), g["ties"], report["headline"]
    met = g["met"]
    r.same("rates: all", met, ties, h["coordination_rate"], h["cross_sector_rate"])
    for name, chosen in (("coordination_rate", met), ("cross_sector_rate", {k: v for k, v in met.items() if r.cross(k)})):
        rate, (_, left), there = r.of(chosen, ties)["value"], r.leave_one_out(chosen, ties), h[name + "_moved_most_by"]
        if there is None:
            same(f"rates: {name} moved most", True, rate is None or not left)
            continue
        same(f"rates: {name} moved most", max(abs(x - rate) for x in left.values()), abs(there["rate_without_it"] - rate))
        same(f"rates: {name} without it", left[there["stakeholder"]], there["rate_without_it"])
    gaps = {k for k, v in met.items() if k not in ties and r.weight and sum(map(r.weight, v)) > 0} if ties else set()
    same_all("rates: gaps", dict(total=len(gaps), cross_sector=sum(map(r.cross, gaps))), h["gaps"])

    sector, size = g["sector"], Counter(g["sector"].values())
    for p in report["sector_pairs"]:
        k, name = pair(p["a"], p["b"]), f"{p['a']} - {p['b']}"
        mine = {q: v for q, v in met.items() if pair(sector[q[0]], sector[q[1]]) == k}
        own = r.of(mine, ties)
        own_ties = [q for q in ties if pair(sector[q[0]], sector[q[1]]) == k]
        possible = math.comb(size[k[0]], 2) if k[0] == k[1] else size[k[0]] * size[k[1]]
        same_all(f"sector pair: {name}", dict(
            stakeholders_a=size[p["a"]], stakeholders_b=size[p["b"]], ties=len(own_ties), possible=possible, density=len(own_ties) / possible if possible and ties else None, strength=sum(ties[q] for q in own_ties),
            required=own["required"], satisfied=own["satisfied"], rate=own["value"], rate_se=r.leave_one_out(mine, ties)[0],
            gaps=own["required"] - own["satisfied"] if ties else 0, requirement_weight=sum(sum(map(r.weight, v)) for v in mine.values())), p)
    for s in report["sectors"]:
        inside = lambda q: (sector[q[0]] == s["sector"]) + (sector[q[1]] == s["sector"])
        r.same(f"sector: {s['sector']}", {k: v for k, v in met.items() if inside(k)}, ties, s["rate"], s["cross_sector_rate"])
        internal, external = sum(inside(k) == 2 for k in ties), sum(inside(k) == 1 and r.cross(k) for k in ties)
        defined = s["known"] and internal + external and len(size.keys() - {UNKNOWN}) > 1
        same_all(f"sector: {s['sector']}", dict(
            stakeholders=size[s["sector"]], ties_internal=internal, ties_external=external,
            activities=sum(any(sector[o] == s["sector"] for o in taking_part(a)) for a in m.activities),
            ei_index=(external - 2 * internal) / (external + 2 * internal) if defined else None), s)
    shown = {}
    for arena in g["arenas"]:
        shown[arena] = recompute.show_theme(m, arena[0]), recompute.show_place(m, arena[1]), arena[2]
    for at, key in enumerate(("theme", "place", "period")):
        for row in report[key + "s"]:
            here = {a: who for a, who in g["arenas"].items() if shown[a][at] == row[key] and who}
            mine = {k: [a for a in v if a in here] for k, v in met.items()}
            same_all(f"{key}: {row[key]}", dict(stakeholders=len(set().union(*here.values())), arenas=len(here)), row)
            r.same(f"{key}: {row[key]}", {k: v for k, v in mine.items() if v}, active_ties(row[key], joint, declared) if key == "period" else ties,
                   row["rate"], row["cross_sector_rate"])
    for row in report["sensitivity"]:
        other, o = {}, report["options"]
        recompute.analyse(m, row["period"], row["place_level"], o["ties"], o["max_joint_participants"], o["funders_present"], 0, other)
        r = Rates(other)
        here = r.of(other["met"], ties)
        name = f"sensitivity: {row['period']} {row['place_level']}"
        same_all(name, dict(required=here["required"], satisfied=here["satisfied"], rate=here["value"], arenas=sum(map(bool, other["arenas"].values()))), row)
        r.same(f"{name} across", {k: v for k, v in other["met"].items() if r.cross(k)}, ties, row["cross_sector_rate"])


def headline(report, g):
    sector, h = g["sector"], report["headline"]
    cross = Rates(g).cross
    n, m, big = len(sector), len(g["ties"]), math.comb(len(sector), 2)
    p, c = m / big, [len(v) for v in g["met"].values()]
    closed = sum(len(v) for k, v in g["met"].items() if k in g["ties"])
    variance = p * (1 - p) * big / (big - 1) * (sum(x * x for x in c) - sum(c) ** 2 / big)
    same_all("random ties:", dict(
        expected_rate=p, closed=closed, open=sum(c) - closed, expected_closed=p * sum(c), variance_closed=variance,
        variance_independent_ties=p * (1 - p) * sum(x * x for x in c), z=(closed - p * sum(c)) / math.sqrt(variance) if variance > 0 else None), h["random_ties"])
    ties = [k for k in g["ties"] if UNKNOWN not in (sector[k[0]], sector[k[1]])]
    size = Counter(s for s in sector.values() if s != UNKNOWN)
    total, external = sum(size.values()), sum(map(cross, ties))
    across = math.comb(total, 2) - sum(math.comb(x, 2) for x in size.values())
    if len(size) < 2 or not ties:
        return same("E-I: value", None, h["ei_index"]["value"])
    ei = lambda e: (2 * e - len(ties)) / len(ties)
    low, high = ei(max(0, len(ties) - (math.comb(total, 2) - across))), ei(min(len(ties), across))
    same_all("E-I:", dict(external=external, internal=len(ties) - external, value=ei(external), expected=2 * across / math.comb(total, 2) - 1,
                          rescaled=2 * (ei(external) - low) / (high - low) - 1 if high > low else None), h["ei_index"])


# ------------------------------------------------------------------------------------------------ structure

def structure(report, m, g, taking_part):
    sector, net, ties = g["sector"], report["network"], g["ties"]
    near = {o: set() for o in sector}
    for a, b in ties:
        near[a].add(b)
        near[b].add(a)
    n, weight = len(near), lambda a, b: ties[pair(a, b)]
    known = {o for o in sector if sector[o] != UNKNOWN}
    known_ties = [k for k in ties if known >= set(k)]
    pieces = sorted(networks.components(near), key=len, reverse=True)
    triangles, degree = networks.triangles(near), {o: len(x) for o, x in near.items()}
    local = {o: triangles[o] / math.comb(degree[o], 2) if degree[o] > 1 else None for o in near}
    between, close, eigen, core, cut = (f(near) for f in (
        networks.betweenness, networks.closeness, networks.eigenvector, networks.coreness, networks.cut_off))
    bridges = networks.bridges(near, ties)
    community = {s["id"]: s["community"] for s in report["stakeholders"]}
    grouped = [o for o in near if near[o] and sector[o] != UNKNOWN]
    nmi, rand = networks.agreement({o: community[o] for o in grouped}, {o: sector[o] for o in grouped}) if grouped else (None, None)
    central = lambda values, star: sum(max(values.values()) - x for x in values.values()) / star if n > 2 else None
    triples = sum(math.comb(d, 2) for d in degree.values())
    same_all("network:", dict(
        n=n, m=len(ties), density=len(ties) / math.comb(n, 2), components=len(pieces), largest_component=len(pieces[0]), isolates=sum(not x for x in near.values()),
        total_strength=sum(ties.values()), transitivity=sum(triangles.values()) / triples if triples else None,
        clustering_average=sum(x or 0 for x in local.values()) / n, assortativity=networks.assortativity(known_ties, sector, lambda a, b: 1),
        assortativity_weighted=networks.assortativity(known_ties, sector, weight), modularity=networks.modularity(near, community),
        modularity_sectors=networks.modularity(near, {o: (s, o if s == UNKNOWN else "") for o, s in sector.items()}), communities=len({c for c in community.values() if c is not None}), nmi_sectors=nmi,
        adjusted_rand_sectors=rand, centralisation_degree=central(degree, (n - 1) * (n - 2)), centralisation_betweenness=central(between, n - 1),
        centralisation_closeness=central(close, (n - 1) * (n - 2) / (2 * n - 3)) if len(pieces) == 1 else None, highest_core=max(core.values()),
        cutpoints=len(cut), excess_ties=sum(k not in g["requirement"] or g["requirement"][k] == 0 for k in ties)), net)
    if n * (n + 2 * len(ties)) <= 500_000_000:
        same_all("network:", dict(betweenness_pivots=n, betweenness_error=0), net)
    same("network: bridges", sorted(bridges), sorted(pair(x["a"], x["b"]) for x in net["bridges"]))
    for c, x in Counter(c for c in community.values() if c is not None).items():
        same(f"network: community {c} not of isolates", True, x > 1)

    held = defaultdict(set)
    for o, p in ((o, i) for i, p in enumerate(pieces) for o in p):
        held[o] = p
    number = {s["id"]: s["component"] for s in report["stakeholders"]}
    same("network: components alike", len(pieces), len({(held[o], c) for o, c in number.items()}))
    r = Rates(g)
    for s in report["stakeholders"]:
        o = s["id"]
        constraint, effective = networks.burt(near, lambda a, b: 1.0, o)
        constraint_w, effective_w = networks.burt(near, weight, o)
        inside = sum(sector[x] == sector[o] for x in near[o] & known)
        outside = len(near[o] & known) - inside
        same_all(f"stakeholder: {o}", dict(
            sector=sector[o], activities=sum(o in taking_part(a) for a in m.activities), arenas=sum(o in who for who in g["arenas"].values()), degree=degree[o],
            strength=sum(weight(o, x) for x in near[o]), betweenness=between[o], closeness=close[o], clustering=local[o], constraint=constraint,
            constraint_weighted=constraint_w, effective_size=effective, effective_size_weighted=effective_w, coreness=core[o], cutpoint=o in cut,
            cut_off=cut.get(o, 0), ei_index=(outside - inside) / (outside + inside) if o in known and outside + inside and len(set(sector.values()) - {UNKNOWN}) > 1 else None), s)
        same(f"stakeholder: {o} eigenvector", eigen[o], s["eigenvector"], FITTED)
        mine = {k: v for k, v in g["met"].items() if o in k}
        rate = r.of(mine, ties)
        same_all(f"stakeholder: {o}", dict(required=rate["required"], satisfied=rate["satisfied"], rate=rate["value"]), s)
        r.same(f"stakeholder: {o} across", {k: v for k, v in mine.items() if r.cross(k)}, ties, s["cross_sector_rate"])
    for p in report["sector_pairs"]:
        s, t = p["a"], p["b"]
        if s == t or UNKNOWN in (s, t):
            same(f"disjoint: {s} - {t}", None, p["disjoint_ties"])
            continue
        left, right = ({o for o in near if sector[o] == x} for x in (s, t))
        size, cover = networks.matching(near, left, right)
        same_all(f"disjoint: {s} - {t}", dict(disjoint_ties=size, disjoint_routes=networks.disjoint_routes(near, left, right)), p)
        same(f"disjoint: {s} - {t} cover", cover, set(p["cover"]))
    brokerage(report, near, sector, known, known_ties)


ROLES = ("coordinator", "itinerant", "gatekeeper", "liaison")


def brokerage(report, near, sector, known, known_ties):
    there = report["network"]["brokerage"]
    opened = {j: [(a, c) for a, c in combinations(sorted(near[j] & known), 2) if c not in near[a]] for j in near}

    def count(label):
        """Of each stakeholder: the four roles, and pairs of partners of different sectors."""
        out = {}
        for j, paths in opened.items():
            own, me = [0] * 5, label[j]
            for a, c in paths:
                x, y = label[a], label[c]
                if x == y:
                    own[x != me] += 1
                else:
                    own[2 if me == x or me == y else 3] += 1
                    own[4] += 1
            out[j] = own if j in known else [0, 0, 0, 0, own[4]]
        return out

    now = count(sector)
    total = [sum(x[r] for x in now.values()) for r in range(4)]
    n, size = len(known), Counter(sector[o] for o in known)
    three, two = n * (n - 1) * (n - 2), n * (n - 1)
    share = [sum(x * (x - 1) * (x - 2) for x in size.values()), sum(x * (x - 1) * (n - x) for x in size.values())]
    share += [2 * share[1], three - share[0] - 3 * share[1]]
    paths = sum(len(p) for j, p in opened.items() if j in known)
    different = 1 - sum(x * (x - 1) for x in size.values()) / two if n > 1 else None
    for r, name in enumerate(ROLES):
        same(f"brokerage: {name}", total[r], there[name])
        same(f"brokerage: {name} expected", paths * share[r] / three if three else None, there["expected"][name])
    same("brokerage: representative", total[2], there["representative"])
    same("brokerage: representative expected", there["expected"]["gatekeeper"], there["expected"]["representative"])
    same("brokerage: representative p", there["p"]["gatekeeper"], there["p"]["representative"])
    same("brokerage: total", sum(total), there["total"])

    rng, people, runs = random.Random(2), sorted(known), max(50, min(400, WORK // max(1, sum(map(len, opened.values())))))
    shuffled, high, low = [sector[o] for o in people], {j: [0] * 5 for j in near}, {j: [0] * 5 for j in near}
    net_high, net_low = [0] * 4, [0] * 4
    for _ in range(runs):
        rng.shuffle(shuffled)
        label = dict(zip(people, shuffled)) | {o: UNKNOWN for o in near.keys() - known}
        drawn = count(label)
        for j, x in drawn.items():
            for r in range(5):
                high[j][r] += x[r] >= now[j][r]
                low[j][r] += x[r] <= now[j][r]
        for r in range(4):
            whole = sum(x[r] for x in drawn.values())
            net_high[r] += whole >= total[r]
            net_low[r] += whole <= total[r]
    if there["shuffles"] == 0:
        return
    chance = lambda x: (1 + x) / (1 + runs)
    two_sided = lambda x, y: min(1, 2 * chance(min(x, y)))
    known_triangles = sum(networks.triangles({o: near[o] & known for o in known}).values()) // 3
    same("brokerage: shuffles", min(report["options"]["permutations"], max(199, 200_000_000 // (len(near) + sum(map(len, near.values())) + known_triangles))), there["shuffles"])
    for r, name in enumerate(ROLES):
        same_chance(f"brokerage: {name} p", two_sided(net_low[r], net_high[r]), there["p"][name], there["shuffles"] / 2, runs / 2)
    external, across = sum(sector[a] != sector[c] for a, c in known_ties), [0, 0]
    for _ in range(SHUFFLES):
        rng.shuffle(shuffled)
        label = dict(zip(people, shuffled))
        e = sum(label[a] != label[c] for a, c in known_ties)
        across[0] += e <= external
        across[1] += e >= external
    same_chance("E-I: p", min(1, 2 * (1 + min(across)) / (1 + SHUFFLES)), report["headline"]["ei_index"]["p"], there["shuffles"] / 2, SHUFFLES / 2)
    exclusive = Counter()
    for a, c in combinations(sorted(known), 2):
        if c not in near[a] and sector[a] != sector[c] and len(near[a] & near[c]) == 1:
            exclusive[next(iter(near[a] & near[c]))] += 1
    for s in report["stakeholders"]:
        j, b = s["id"], s["brokerage"]
        same_all(f"brokerage: {j}", dict(between=now[j][4], exclusive=exclusive[j]), b)
        if j not in known:
            same(f"brokerage: {j} total", None, b["total"])
            continue
        for r, name in enumerate(ROLES):
            same(f"brokerage: {j} {name}", now[j][r], b[name])
            same_chance(f"brokerage: {j} {name} p", chance(high[j][r]), b["p"][name], there["shuffles"], runs)
        same_all(f"brokerage: {j}", dict(total=sum(now[j][:4]), expected_across=len(opened[j]) * different), b)
        same_chance(f"brokerage: {j} across p", chance(high[j][4]), b["p_across"], there["shuffles"], runs)


# ------------------------------------------------------------------------------------------------ co-presence

def co_presence(report, g):
    sector, arenas = g["sector"], [who for who in g["arenas"].values() if who]
    reach = Counter(o for who in arenas for o in who)
    people, sizes = sorted(reach), [len(who) for who in arenas]
    rows, columns = Counter(reach.values()), Counter(sizes)
    x, y = {d: d / math.sqrt(sum(sizes)) for d in rows}, {d: d / math.sqrt(sum(sizes)) for d in columns}
    everywhere, everyone = len(arenas), len(people)
    for _ in range(50000):
        x2 = {d: d / sum(t * y[c] / (1 + x[d] * y[c]) for c, t in columns.items()) for d in x if d < everywhere}
        x2 |= {d: math.inf for d in x if d == everywhere}
        if math.inf in x2.values() or everyone in columns:
            break
        y2 = {c: c / sum(t * x2[d] / (1 + x2[d] * y[c]) for d, t in rows.items()) for c in y}
        change = max([abs(x2[d] / x[d] - 1) for d in x] + [abs(y2[c] / y[c] - 1) for c in y])
        x, y = x2, y2
        if change < 1e-13:
            break
    p = lambda d, c: x[d] * y[c] / (1 + x[d] * y[c])
    inside = defaultdict(set)
    for i, who in enumerate(arenas):
        for o in who:
            inside[o].add(i)
    there, tails, lower, common = report["copresence"], {}, {}, {}
    for a, b in combinations(people, 2):
        key = pair(reach[a], reach[b])
        if key not in tails:
            tails[key] = poisson_binomial([p(key[0], c) * p(key[1], c) for c in sizes])
        common[a, b] = len(inside[a] & inside[b])
        lower[a, b] = min(1, sum(tails[key][:common[a, b] + 1]))
    q = bh(lower)
    by_hand = bh({(a, b): hypergeometric_low(o, reach[a], reach[b], len(arenas)) for (a, b), o in common.items()})
    apart = {k for k, v in q.items() if v <= LEVEL}
    same_all("co-presence:", dict(arenas=len(arenas), pairs=len(lower), apart=len(apart), apart_hypergeometric=sum(v <= LEVEL for v in by_hand.values()),
                                  cannot_tell=sum(tails[pair(reach[a], reach[b])][0] > LEVEL for a, b in lower)), there)
    for row in there["most_apart"]:
        k = pair(row["a"], row["b"])
        same(f"co-presence: {k[0]} - {k[1]} shared", common[k], row["shared_arenas"])
        same_all(f"co-presence: {k[0]} - {k[1]}", dict(p=lower[k], q=q[k], expected=sum(p(reach[k[0]], c) * p(reach[k[1]], c) for c in sizes)), row, FITTED)
    ps = {}
    for s in there["sectors"]:
        a, b = ([o for o in people if sector[o] == name] for name in (s["a"], s["b"]))
        total = sum(common[pair(i, j)] for i in a for j in b)
        mean = variance = 0
        for c, times in columns.items():
            ma, mb = (sum(p(reach[o], c) for o in side) for side in (a, b))
            va, vb = (sum(p(reach[o], c) * (1 - p(reach[o], c)) for o in side) for side in (a, b))
            mean += times * ma * mb
            variance += times * ((va + ma * ma) * (vb + mb * mb) - ma * ma * mb * mb)
        z = (total - mean) / math.sqrt(variance)
        ps[s["a"], s["b"]] = phi(z)
        same_all(f"co-presence: {s['a']} - {s['b']}", dict(
            shared_arenas=total, expected=mean, ratio=total / mean, z=z, p=phi(z), pairs=len(a) * len(b), pairs_apart=sum(pair(i, j) in apart for i in a for j in b)), s, FITTED)
    q = bh(ps)
    for s in there["sectors"]:
        same(f"co-presence: {s['a']} - {s['b']} q", q[s["a"], s["b"]], s["q"], FITTED)


# ------------------------------------------------------------------------------------------------ coverage, need, plan

def present_in_cells(m, g):
    """{(theme, place) as shown: who is present in any period}."""
    present = defaultdict(set)
    for (theme, place, _), who in g["arenas"].items():
        present[recompute.show_theme(m, theme), recompute.show_place(m, place)] |= who
    return present


def present_at_all(result):
    """{(theme, place) as shown: who is present}, also on a day that is not known."""
    return {(c["theme"], c["place"]): set(c["who"]) for c in result["cell_list"]}


def coverage(report, m, g, result):
    h, sector, ties = report["headline"], g["sector"], g["ties"]
    needs = [c["need"] or 0 for c in result["cell_list"]]
    share = lambda status: sum(c["need"] or 0 for c in result["cell_list"] if c["status"] == status) / sum(needs) if sum(needs) else None
    same_all("need:", dict(uncovered_need_share=share("uncovered"), uncoordinated_need_share=share("covered, uncoordinated") if ties else None), h)
    there = {(c["theme"], c["place"]): c for c in report["cells"]}
    present = present_at_all(result)
    same("cells: listed", len(result["cell_list"]), len(there))
    for c in result["cell_list"]:
        k = c["theme"], c["place"]
        who = present[k]
        size = Counter(sector[o] for o in who if sector[o] != UNKNOWN)
        total, r = sum(size.values()), there[k]
        tied = g["tied_in"][k]
        near = {o: {x for x in who if pair(o, x) in tied} for o in who}
        name = f"cells: {k[0]} - {k[1]}"
        same_all(name, dict(stakeholders=len(who), sectors=len(size), activities=c["activities"], need=c["need"],
                            sector_diversity=1 - sum((x / total) ** 2 for x in size.values()) if total else None), r)
        same(f"{name} status", c["status"].replace(", ", "_").replace(" ", "_"), r["status"].replace(", ", "_").replace(" ", "_"))
        if ties:
            same_all(name, dict(largest_component_share=max(map(len, networks.components(near))) / len(who) if who else None,
                                cross_sector_ties=sum(map(Rates(g).cross, tied))), r)
        if r["reached"] is not None and r["need_unit"] == "people":
            same(f"{name} unmet", max(0, r["need"] - r["reached"]) / r["need"] if r["need"] else None, r["unmet_share"])


def cited(report, result):
    """The rows cited for a gap are records of who is where, in the same arenas."""
    ours = {pair(gap["a"], gap["b"]): gap for gap in result["gaps"]}
    for gap in report["gaps"]:
        k = pair(gap["a"], gap["b"])
        if k not in ours:
            continue
        sides = (gap["a"], "a"), (gap["b"], "b")
        here = {(e["theme"], e["place"], e["period"], o): set(e["a" if o == ours[k]["a"] else "b"]) for e in ours[k]["evidence"] for o, _ in sides}
        there = {(e["theme"], e["place"], e["period"], o): [a["source"] for a in e[side + "_activities"]] for e in gap["evidence"] for o, side in sides}
        same(f"cited: {gap['id']} arenas", sorted(here), sorted(there))
        for at in here.keys() & there.keys():
            same(f"cited: {gap['id']} rows", True, bool(there[at]) and here[at].issuperset(there[at]))


def plan(report, m, g):
    """What gaps, introductions and meetings claim, and that each meeting is worth the most of all that could be held."""
    sector, ties, r = g["sector"], g["ties"], Rates(g)
    near = defaultdict(set)
    for a, b in ties:
        near[a].add(b)
        near[b].add(a)
    worth = {k: sum(map(r.weight, v)) for k, v in g["met"].items()}
    stands_in = {s["id"] for s in report["stakeholders"] if s["stands_for_sector"]}
    helpers = lambda k: (near[k[0]] & near[k[1]]) - stands_in
    strength = lambda k, x: min(ties[pair(k[0], x)], ties[pair(k[1], x)])
    before = None
    for gap in report["gaps"]:
        k = pair(gap["a"], gap["b"])
        away = networks.steps(near, k[0]).get(k[1])
        same_all(f"gaps: {gap['id']}", dict(requirement=worth[k], shared_arenas=len(g["met"][k]), distance=away, cross_sector=r.cross(k)), gap)
        same(f"gaps: {gap['id']} introducers", helpers(k), set(gap["introducers"]))
        order = [strength(k, x) for x in gap["introducers"]]
        same(f"gaps: {gap['id']} order of introducers", True, all(x >= y - 1e-9 for x, y in zip(order, order[1:])))
        place = -gap["requirement"], -gap["shared_arenas"]
        same(f"gaps: {gap['id']} rank", True, before is None or before <= (place[0] + 1e-9, place[1]))
        before = place
    for row in report["introductions"]:
        k = pair(row["a"], row["b"])
        same_all(f"introductions: {row['id']}", dict(requirement=worth[k], shared_arenas=len(g["met"][k])), row)
        same(f"introductions: {row['id']} introducers", helpers(k), set(row["introducers"]))
    across = len(set(sector.values()) - {UNKNOWN}) > 1
    opened = {k: w for k, w in worth.items() if w > 0 and k not in ties and (r.cross(k) or not across) and not stands_in & set(k)} if ties else {}
    there = report["plan"]
    same_all("plan:", dict(across_sectors=across, gaps=len(opened), weight=sum(opened.values()), seats=report["options"]["max_joint_participants"]), there)
    cells = {cell: who - stands_in for cell, who in present_in_cells(m, g).items()}
    every, cumulative = sum(opened.values()), 0
    held = {cell: {k for k in opened if who.issuperset(k)} for cell, who in cells.items()}
    for meeting in report["meetings"]:
        invited = set(meeting["invitees"])
        closes = {k: w for k, w in opened.items() if invited.issuperset(k)}
        rooms = [[k for k in pairs if k in opened] for pairs in held.values()]
        best = max((sum(map(opened.get, pairs)) for pairs in rooms if len({o for k in pairs for o in k}) <= there["seats"]), default=0)
        weight = sum(closes.values())
        cumulative += weight / every
        name = f"meetings: {meeting['theme']} - {meeting['place']}"
        same_all(name, dict(gaps_closed=len(closes), weight=weight, share=weight / every, cumulative_share=cumulative), meeting)
        same(f"{name} is worth the most", True, weight >= best - 1e-9)
        there_now = cells[meeting["theme"], meeting["place"]]
        same(f"{name} present", len(there_now), meeting["present"])
        same(f"{name} host", max(len(near[o] & invited) for o in there_now), meeting["host_ties"])
        opened = {k: w for k, w in opened.items() if k not in closes}


def tables(folder, m, g, result, joint, declared, taking_part):
    """What stands only in the CSV tables: ties one by one, and the rest of the cells."""
    rows = lambda name: csv.DictReader(open(folder / name, encoding="utf-8", newline=""))
    number = lambda text: float(text) if text else None
    together, rows_of = Counter(pair(x, y) for _, people in joint for x, y in combinations(people, 2)), Counter(k for k, *_ in declared)
    active = Counter(o for a in m.activities for o in taking_part(a))
    ties = {pair(r["a"], r["b"]): r for r in rows("ties.csv")}
    same("ties: which", sorted(g["ties"]), sorted(ties))
    for k, r in ties.items():
        either, met = active[k[0]] + active[k[1]], len(g["met"].get(k, ()))
        here = dict(strength=g["ties"][k], joint_activities=together[k], declared_rows=rows_of[k], shared_arenas=met,
                    jaccard=together[k] / (either - together[k]) if either else None)
        same_all(f"ties: {k[0]} - {k[1]}", here, {name: number(r[name]) for name in here})
        same(f"ties: {k[0]} - {k[1]} excess", "true" if met == 0 else "false", r["excess"])
    present = present_at_all(result)
    for r in rows("cells.csv"):
        k = r["theme"].removeprefix("'"), r["place"].removeprefix("'")
        need, size = number(r["need"]), Counter(g["sector"][o] for o in present[k] if g["sector"][o] != UNKNOWN)
        total = sum(size.values())
        here = dict(stakeholders_per_need=len(present[k]) / need if need else None,
                    sector_diversity_unbiased=1 - sum(x * (x - 1) for x in size.values()) / (total * (total - 1)) if total > 1 else None)
        same_all(f"cells: {k[0]} - {k[1]}", here, {name: number(r[name]) for name in here})


# ------------------------------------------------------------------------------------------------ all of it

def named_as_in(report, m):
    """The organisations of a wide table have the report's ids from now on; those of a tidy folder have them already."""
    if not {s["id"] for s in report["stakeholders"]} == set(m.orgs):
        ids = {recompute.fold(s["name"]): s["id"] for s in report["stakeholders"]}
        to = {o: ids.get(o) or ids[recompute.fold(v["name"])] for o, v in m.orgs.items()}
        m.orgs = {to[o]: v for o, v in m.orgs.items()}
        for a in m.activities:
            a["people"] = {to[o]: r for o, r in a["people"].items()}
            a["at"] = defaultdict(list, {to[o]: r for o, r in a["at"].items()})


def undefined(report):
    """Without tie evidence nothing is said of ties."""
    for name in ("expected_rate", "expected_closed", "variance_closed", "z"):
        same(f"undefined: random ties {name}", None, report["headline"]["random_ties"][name])
    for name in ("density", "transitivity", "assortativity", "modularity", "nmi_sectors", "centralisation_degree", "highest_core"):
        same(f"undefined: network {name}", None, report["network"][name])
    for s in report["stakeholders"]:
        for name in ("betweenness", "closeness", "eigenvector", "constraint", "coreness", "cutpoint", "community", "ei_index", "rate"):
            same(f"undefined: {s['id']} {name}", None, s[name])
    for p in report["sector_pairs"]:
        for name, value in (("labels", p["labels"]["p"]), ("homophily", p["homophily"]["p"]), ("disjoint ties", p["disjoint_ties"]), ("rate", p["rate"])):
            same(f"undefined: {p['a']} - {p['b']} {name}", None, value)
        same(f"undefined: {p['a']} - {p['b']} verdict", "not measured", p["verdict"])
    same("undefined: missing links", 0, len(report["gaps"]) + len(report["meetings"]))


def check(dataset, path):
    with open(path, encoding="utf-8") as file:
        report = json.load(file)
    o, g = report["options"], {}
    m, _ = recompute.load(dataset)
    named_as_in(report, m)
    result = recompute.analyse(m, o["period"], o["place_level"], o["ties"], o["max_joint_participants"], o["funders_present"], 200, g, o["local_ties"])
    g["weight"] = functools.lru_cache(maxsize=None)(g["weight"])
    joint, declared = evidence(m, o)
    taking_part = (lambda a: a["people"]) if o["funders_present"] else joiners
    rates(report, m, g, joint, declared, taking_part)
    coverage(report, m, g, result)
    co_presence(report, g)
    if g["ties"]:
        headline(report, g)
        structure(report, m, g, taking_part)
        plan(report, m, g)
        cited(report, result)
        verdicts(report, m, g, joint, declared)
    else:
        undefined(report)
    if (path.parent / "tables").is_dir():
        tables(path.parent / "tables", m, g, result, joint, declared, taking_part)


def main():
    failed = False
    for dataset, report in zip(sys.argv[1::2], sys.argv[2::2]):
        compared.clear(), differences.clear()
        check(dataset, Path(report))
        print(f"{dataset}: {sum(compared.values())} values compared ({', '.join(f'{n} {k}' for k, n in sorted(compared.items()))}), {len(differences)} differ")
        for line in differences:
            print(f"  {line}")
        failed |= bool(differences)
    sys.exit(failed)


if __name__ == "__main__":
    main()
