#!/usr/bin/env python3
"""Writes the two synthetic samples of sample-data/: province-referral/ and 3w-hxl.csv.

    python3 tests/independent/make_samples.py            write into sample-data/
    python3 tests/independent/make_samples.py --check    write nothing; fail if a committed file differs

Standard library only, one fixed seed per sample, and of `random` only random(), the one method whose sequence
Python keeps from version to version: the same bytes everywhere. Nothing here is real: the country, places and organisations
are invented, and every contact is a placeholder.

The planted truth of province-referral (what a correct analysis must find) is the constant block below; it is asserted before
anything is written, and printed into the folder's README.md.
"""
import csv
import io
import random
import sys
from datetime import date, timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2] / "sample-data"


class Draw:
    """Random choices built on random.random() alone."""

    def __init__(self, seed):
        self._next = random.Random(seed).random

    def below(self, n):
        return int(self._next() * n)

    def chance(self, p):
        return self._next() < p

    def pick(self, items):
        return items[self.below(len(items))]

    def weighted(self, items, weights):
        x = self._next() * sum(weights)
        for item, w in zip(items, weights):
            x -= w
            if x < 0:
                return item
        return items[-1]


def table(header, rows, newline="\n"):
    out = io.StringIO(newline="")
    w = csv.writer(out, lineterminator=newline)
    w.writerow(header)
    w.writerows(rows)
    return out.getvalue()


# ---------------------------------------------------------------------------------------------------------------------
# province-referral
# ---------------------------------------------------------------------------------------------------------------------
THEMES = ["Prevention", "Protection", "Prosecution", "Partnership"]
GOV, LAW, JUD, UN, NGO, PRIV, MEDIA = SECTORS = [
    "Government", "Law enforcement", "Judiciary", "UN agency", "NGO", "Private sector", "Media"]
PROVINCES = {  # province -> (code, {district: code})
    "Northvale": ("XA01", {"Northvale Town": "XA0101", "Hillcrest": "XA0102"}),
    "Eastmarch": ("XA02", {"Eastmarch Town": "XA0201", "Millbrook": "XA0202"}),
    "Lakeside": ("XA03", {"Lakeside Town": "XA0301", "Ferrydale": "XA0302"}),
}
DISTRICTS = [d for _, ds in PROVINCES.values() for d in ds]
PROVINCE_OF = {d: p for p, (_, ds) in PROVINCES.items() for d in ds}
YEARS = [2022, 2023, 2024]

# Planted truth.
SILO = (LAW, NGO)                       # meet often, invite each other at SILO_FACTOR of the usual rate
SILO_FACTOR = 0.06
NEVER = (MEDIA, JUD)                    # meet, but no activity and no declared tie joins them
UNCOVERED = {("Prosecution", "Ferrydale"): 900, ("Protection", "Hillcrest"): 2100}   # people in need per year, no one present
NOT_NEEDED = ("Prosecution", "Hillcrest")             # need 0, no one present
UNKNOWN_NEED = ("Partnership", "Ferrydale")           # no need given, not expected, no one present
SINGLE_PROVIDER = (("Protection", "Millbrook"), "ngo-millbrook-shelter")
SINGLE_SECTOR = (("Prosecution", "Millbrook"), LAW)   # and so Judiciary, expected there, is missing
MISSING_EVERYWHERE = ("Protection", PRIV)             # expected, present nowhere
UNCOORDINATED = (("Protection", "Ferrydale"), ["gov-lakeside-social", "law-border", "ngo-ferrydale-fishers"])   # there, and never tied
ISOLATE = ("ngo-counselling", ("Protection", "Lakeside Town"))        # works there, always alone; and so the cell is fragmented
FUNDER_ONLY = ["un-joint-fund", "priv-harbour-trust"]
STAND_IN = "media"                                    # a stakeholder that stands for the whole sector
EMPTY_CELLS = set(UNCOVERED) | {NOT_NEEDED, UNKNOWN_NEED}


def organisations():
    """(id, name, acronym, aliases, sector, org_type, scope, districts, themes); sector '' is mapped from org_type."""
    town, hill, emt, mill, lake, ferry = DISTRICTS
    orgs = []

    def add(oid, name, acronym, aliases, sector, org_type, scope, districts, themes):
        orgs.append(dict(id=oid, name=name, acronym=acronym, aliases=aliases, sector=sector, org_type=org_type, scope=scope,
                         districts=set(districts), themes=set(themes)))

    p1, p2, p3, p4 = THEMES
    for p, (_, ds) in PROVINCES.items():
        low = p.lower()
        ds = list(ds)
        add(f"gov-{low}-social", f"{p} Social Welfare Department", f"{p[0]}SWD", f"Social Welfare {p}", GOV, "Government", p, ds, [p1, p2, p4])
        add(f"gov-{low}-labour", f"{p} Labour Department", f"{p[0]}LD", "", GOV, "Government", p, ds, [p1, p3, p4])
        add(f"gov-{low}-home", f"{p} Home Department", f"{p[0]}HD", "", GOV, "Government", p, ds, [p3, p4])
        add(f"law-{low}-unit", f"{p} Anti-Trafficking Police Unit", f"{p[0]}ATPU", f"ATPU {p}", LAW, "Law enforcement", p, ds, [p1, p2, p3, p4])
        add(f"jud-{low}-court", f"{p} Provincial Court", "", "", JUD, "Judiciary", p, ds, [p2, p3, p4])
        add(f"jud-{low}-prosecution", f"{p} Public Prosecution Office", f"{p[0]}PPO", "", JUD, "Judiciary", p, ds, [p1, p3, p4])
    add("gov-coordination", "National Referral Coordination Office", "NRCO", "Referral Coordination Office", GOV, "Government", "national", DISTRICTS, THEMES)
    for d in DISTRICTS:
        low = d.lower().replace(" ", "-")
        add(f"law-{low}", f"District Police Office {d}", "", f"Police {d};DPO {d}", LAW, "Law enforcement", d, [d], [p1, p2, p3])
    add("law-border", "Border Post Ferrydale", "", "", LAW, "Law enforcement", ferry, [ferry], [p1, p2])
    add("law-railway", "Railway Police Eastmarch", "", "", LAW, "Law enforcement", "Eastmarch", [emt, mill], [p1, p3])
    add("jud-institute", "Judicial Training Institute", "JTI", "", JUD, "Judiciary", "national", [town, emt, lake], [p3, p4])
    add("un-protection", "UN Agency for Protection (synthetic)", "UNAP", "", UN, "United Nations", "national", DISTRICTS, [p1, p2, p4])
    add("un-justice", "UN Agency for Justice Support (synthetic)", "UNAJS", "", UN, "United Nations", "national", DISTRICTS, [p2, p3, p4])
    add("un-labour", "UN Agency for Labour Standards (synthetic)", "UNALS", "", UN, "United Nations", "national", [town, emt, lake, ferry], [p1, p3, p4])
    add("un-children", "UN Agency for Children (synthetic)", "UNAC", "", UN, "United Nations", "national", [town, hill, mill, lake], [p1, p2])
    add("un-joint-fund", "UN Joint Programme Fund (synthetic)", "UNJPF", "Joint Programme Fund", UN, "United Nations", "national", [], [])
    for oid, name, acr, ali, ds, th in [
            ("ngo-northvale-shelter", "Northvale Shelter Network", "NSN", "Shelter Network Northvale", [town, hill], [p1, p2]),
            ("ngo-hillcrest-women", "Hillcrest Women's Support Association", "HWSA", "Hillcrest Women’s Support Assoc.", [hill], [p1, p4]),
            ("ngo-millbrook-shelter", "Millbrook Shelter Network", "MSN", "", [mill], [p1, p2]),
            ("ngo-eastmarch-helpline", "Eastmarch Child Helpline", "ECH", "", [emt, mill], [p1, p2]),
            ("ngo-lakeside-legal", "Lakeside Legal Aid Society", "LLAS", "Legal Aid Lakeside", [lake, ferry], [p2, p3, p4]),
            ("ngo-ferrydale-fishers", "Ferrydale Fishers Rights Group", "FFRG", "", [ferry], [p1, p2]),
            ("ngo-safe-migration", "Safe Migration Forum Exampleland", "SMFE", "", DISTRICTS, [p1, p4]),
            ("ngo-survivors", "Survivor Support Circle Exampleland", "SSCE", "", [town, emt, lake, ferry], [p2, p4]),
            ("ngo-brick-workers", "Eastmarch Brick Workers Union", "EBWU", "", [emt, mill], [p1, p3]),
            ("ngo-children-first", "Children First Exampleland", "CFE", "", [town, hill, lake], [p1, p2]),
            ("ngo-legal-northvale", "Northvale Legal Clinic", "NLC", "", [town, hill], [p2, p3]),
            ("ngo-counselling", "Lakeside Counselling Centre", "LCC", "", [lake, ferry], [p2]),
            ("ngo-teachers", "Teachers for Safe Schools Exampleland", "TSSE", "", [town, emt, mill, lake], [p1]),
            ("ngo-transit", "Transit Point Volunteers", "TPV", "", [town, emt, ferry], [p1, p2]),
            ("ngo-rural", "Rural Outreach Exampleland", "ROE", "", [hill, mill, ferry], [p1, p4]),
            ("ngo-health", "Health Access Exampleland", "HAE", "", [town, emt, lake], [p2, p4])]:
        add(oid, name, acr, ali, NGO, "National NGO", "local" if len(ds) < 3 else "national", ds, th)
    for oid, name, acr, sector, org_type, ds, th in [
            ("priv-recruiters", "Recruitment Agencies Chamber", "RAC", "", "Trade association", [town, emt, lake], [p1, p4]),
            ("priv-transport", "Bus and Coach Owners Association", "BCOA", "", "Trade association", DISTRICTS, [p1, p4]),
            ("priv-hotels", "Lakeside Hotel Owners Group", "LHOG", PRIV, "Private sector", [lake, ferry], [p1, p4]),
            ("priv-bricks", "Eastmarch Brick Kiln Owners", "EBKO", PRIV, "Private sector", [emt, mill], [p1, p4]),
            ("priv-telecom", "Example Telecom", "", PRIV, "Private sector", [town, emt, lake], [p1, p4]),
            ("priv-harbour-trust", "Harbour Trade Trust", "HTT", PRIV, "Private sector", [], [])]:
        add(oid, name, acr, "", sector, org_type, "national", ds, th)
    for oid, name, ds, th in [
            ("media-northvale-radio", "Northvale Community Radio", [town, hill], [p1, p4]),
            ("media-eastmarch-gazette", "Eastmarch Example Gazette", [emt, mill], [p1, p4]),
            ("media-lakeside-tv", "Lakeside Example Television", [lake, ferry], [p1, p4])]:
        add(oid, name, "", "", MEDIA, "Media", "local", ds, th)
    add(STAND_IN, "Media", "", "", MEDIA, "Media", "national", DISTRICTS, [p1, p4])
    return orgs


SECTOR_MAP = {"Trade association": PRIV}


def sector_of(o):
    return o["sector"] or SECTOR_MAP[o["org_type"]]


def may_be_present(o, cell):
    theme, district = cell
    if theme not in o["themes"] or district not in o["districts"] or cell in EMPTY_CELLS:
        return False
    if cell == SINGLE_PROVIDER[0]:
        return o["id"] == SINGLE_PROVIDER[1]
    if o["id"] == ISOLATE[0]:
        return cell == ISOLATE[1]
    if cell == UNCOORDINATED[0]:
        return o["id"] in UNCOORDINATED[1]
    if cell == SINGLE_SECTOR[0]:
        return sector_of(o) == SINGLE_SECTOR[1]
    return True


TITLES = {
    "Prevention": ["Awareness session", "School talks", "Safe recruitment fair", "Community dialogue"],
    "Protection": ["Referral case meeting", "Shelter visit and needs review", "Victim support training", "Helpline refresher"],
    "Prosecution": ["Investigation workshop", "Case file review", "Evidence training", "Joint inspection"],
    "Partnership": ["Stakeholder meeting", "Protocol drafting session", "Working group", "Quarterly coordination meeting"],
}
KINDS = ["Training", "Workshop", "Meeting", "Campaign"]


def activities(orgs, draw):
    by_id = {o["id"]: o for o in orgs}
    acts, seen = [], set()
    funders = [by_id[i] for i in FUNDER_ONLY]
    for year in YEARS:
        for district in DISTRICTS:
            for theme in THEMES:
                cell = (theme, district)
                present = [o for o in orgs if may_be_present(o, cell)]
                if not present:
                    continue
                if cell == SINGLE_PROVIDER[0]:
                    acts.append(dict(theme=theme, district=district, year=year, people=[(present[0], "lead")]))
                    continue
                if cell == UNCOORDINATED[0]:
                    acts += [dict(theme=theme, district=district, year=year, people=[(o, "lead")]) for o in present]
                    continue
                if cell == ISOLATE[1]:
                    alone = by_id[ISOLATE[0]]
                    acts.append(dict(theme=theme, district=district, year=year, people=[(alone, "lead")]))
                    present.remove(alone)
                # Enough activities that most of those who work here appear; each with one lead and a few it invites.
                # A stand-in never leads.
                for _ in range(5 if len(present) > 8 else 3):
                    able = [o for o in present if o["id"] != STAND_IN]
                    lead = draw.weighted(able, [1.6 if sector_of(o) in (GOV, UN, NGO) else 1.0 for o in able])
                    people = [(lead, "lead")]
                    # A third party's meeting tends to be a meeting of one side of the silo.
                    side = sector_of(lead) if sector_of(lead) in SILO else draw.pick(SILO)
                    wanted = draw.weighted([0, 1, 2, 3, 4, 5], [34, 30, 18, 10, 6, 2])
                    for _ in range(wanted):
                        taken = {p["id"] for p, _ in people}
                        sectors = {sector_of(p) for p, _ in people}
                        pool, weights = [], []
                        for o in present:
                            s = sector_of(o)
                            if (o["id"] in taken or (s in NEVER and sectors & (set(NEVER) - {s}))
                                    or (o["id"] in UNCOORDINATED[1] and taken & set(UNCOORDINATED[1]))):
                                continue
                            w = 1.0
                            if s in SILO and s != side:
                                w = SILO_FACTOR
                            if s == sector_of(lead):
                                w *= 1.3
                            if o["id"] not in seen:
                                w *= 2
                            pool.append(o)
                            weights.append(w)
                        if not pool:
                            break
                        o = draw.weighted(pool, weights)
                        people.append((o, draw.weighted(["participant", "co-host", "implementing"], [7, 2, 1])))
                    if draw.chance(0.22):
                        people.append((draw.pick(funders), "funder"))
                    seen |= {o["id"] for o, _ in people}
                    acts.append(dict(theme=theme, district=district, year=year, people=people))
    order = sorted(range(len(acts)), key=lambda i: (acts[i]["year"], draw.below(10**6), i))
    acts = [acts[i] for i in order]
    for n, a in enumerate(acts, 1):
        a["id"] = f"S{n:03d}"
        a["title"] = f"{draw.pick(TITLES[a['theme']])}, {a['district']}"
        a["kind"] = draw.pick(KINDS)
        start = date(a["year"], 1, 1) + timedelta(days=draw.below(365))
        form = draw.below(40)
        if form < 30:
            end = min(start + timedelta(days=draw.below(4)), date(a["year"], 12, 31))
            a["start"], a["end"] = start.isoformat(), end.isoformat()
        elif form < 36:
            a["start"], a["end"] = start.isoformat(), ""
        elif form < 39:
            a["start"], a["end"] = start.isoformat()[:7], ""
        else:
            a["start"], a["end"] = str(a["year"]), ""
        a["status"] = "completed"
        a["targeted"] = str(10 * (2 + draw.below(12)))
        a["reached"] = str(int(a["targeted"]) - draw.below(15))
        a["admin2"] = True
    # Dirt with a known count: two undated, three known by province only, one project that runs into the next year.
    for a in (acts[20], acts[130]):
        a["start"] = a["end"] = ""
    for a in (acts[40], acts[90], acts[150]):
        a["admin2"] = False
        a["title"] = a["title"].split(",")[0] + f", {PROVINCE_OF[a['district']]}"
    acts[60]["start"], acts[60]["end"] = "2022-11-15", "2023-02-28"
    acts[60]["title"] = acts[60]["title"].replace(",", " series,")
    acts[-1]["status"] = "ongoing"
    return acts


TIES = [  # from, to, type, strength, directed, since, until
    ("gov-coordination", "un-protection", "mou", "2", "no", "2022-01-15", ""),
    ("gov-coordination", "un-justice", "mou", "1", "no", "2022-06-01", ""),
    ("gov-northvale-social", "ngo-northvale-shelter", "referral", "2", "yes", "2021-09-01", ""),
    ("gov-eastmarch-social", "ngo-eastmarch-helpline", "referral", "1", "yes", "2022-03-01", ""),
    ("gov-lakeside-social", "ngo-lakeside-legal", "referral", "1", "yes", "2023-01-10", ""),
    ("law-northvale-unit", "law-northvale-town", "joint operation", "1", "no", "2022-01-01", ""),
    ("law-northvale-unit", "law-hillcrest", "joint operation", "1", "no", "2022-01-01", ""),
    ("law-eastmarch-unit", "law-railway", "information sharing", "1", "no", "2022-05", ""),
    ("law-lakeside-unit", "law-border", "joint operation", "2", "no", "2023", ""),
    ("law-northvale-unit", "jud-northvale-prosecution", "information sharing", "1", "no", "2022-02-01", ""),
    ("law-eastmarch-unit", "jud-eastmarch-prosecution", "information sharing", "1", "no", "2022-02-01", "2023-06-30"),
    ("law-lakeside-unit", "jud-lakeside-prosecution", "information sharing", "1", "no", "2022-02-01", ""),
    ("law-ferrydale", "ngo-ferrydale-fishers", "information sharing", "1", "no", "2022-01-01", "2022-12-31"),
    ("ngo-survivors", "ngo-lakeside-legal", "referral", "1", "yes", "2022-07-01", ""),
    ("ngo-millbrook-shelter", "ngo-eastmarch-helpline", "referral", "1", "yes", "2024-02-01", ""),
    ("ngo-children-first", "un-children", "mou", "1", "no", "2022-01-01", ""),
    ("priv-recruiters", "gov-northvale-labour", "information sharing", "1", "no", "2023-04-01", "2024-03-31"),
    ("priv-transport", "law-railway", "information sharing", "1", "no", "2024-01-01", ""),
    ("media-northvale-radio", "ngo-safe-migration", "mou", "1", "no", "2022-10-01", ""),
    ("un-joint-fund", "ngo-survivors", "funding", "1", "yes", "2022-01-01", "2024-12-31"),
]

ALIASES = [  # alias, canonical
    ("NV Town Police", "District Police Office Northvale Town"),
    ("Coordination Cell", "National Referral Coordination Office"),
    ("Child Helpline (Eastmarch)", "Eastmarch Child Helpline"),
    ("Lakeside Prosecutors", "Lakeside Public Prosecution Office"),
    ("Bus Owners", "Bus and Coach Owners Association"),
]
# How participations.csv names an organisation where it does not give an id: the first two come from aliases.csv, the others from
# stakeholders.csv (alias, acronym, another case with a space too many).
BY_NAME = {"law-northvale-town": "NV Town Police", "ngo-eastmarch-helpline": "child helpline (Eastmarch)",
           "law-eastmarch-unit": "ATPU Eastmarch", "un-protection": "UNAP", "ngo-hillcrest-women": "Hillcrest Womens Support  ASSOCIATION"}


def needs(draw):
    rows = []
    for theme in THEMES[:3]:
        for d in DISTRICTS:
            base = 200 + 50 * draw.below(40)
            for year in YEARS:
                cell = (theme, d)
                need = UNCOVERED.get(cell, 0 if cell == NOT_NEEDED else base + 10 * draw.below(20))
                reached = 0 if cell in EMPTY_CELLS else int(need * (0.15 + 0.1 * draw.below(6)))
                severity = 1 if need == 0 else min(5, 2 + need // 600)
                p = PROVINCE_OF[d]
                rows.append([theme, p, PROVINCES[p][0], d, PROVINCES[p][1][d], year, 40000 + 5000 * DISTRICTS.index(d), need, severity,
                             need // 2, reached])
    return rows


def expectations():
    rows = [["Prevention", s, "", 1] for s in (GOV, NGO, PRIV, MEDIA)]
    rows += [["Protection", s, "", 2 if s == NGO else 1] for s in (GOV, UN, NGO, PRIV)]
    rows += [["Prosecution", s, d, 1] for d in DISTRICTS if ("Prosecution", d) != NOT_NEEDED for s in (LAW, JUD)]
    return rows


def province_referral():
    draw = Draw(20240607)
    orgs = organisations()
    by_id = {o["id"]: o for o in orgs}
    acts = activities(orgs, draw)
    part_rows, by_name_used = [], {}
    for a in acts:
        for o, role in a["people"]:
            text = BY_NAME.get(o["id"])
            if text and by_name_used.get(o["id"], 0) < 2 and a["year"] > 2022:
                by_name_used[o["id"]] = by_name_used.get(o["id"], 0) + 1
                part_rows.append([a["id"], "", text, role])
            else:
                part_rows.append([a["id"], o["id"], "", role])

    # The planted truth, checked on what is about to be written (as of any period, place level 2).
    cells, joint, together = {}, set(), {}
    for a in acts:
        there = [o for o, role in a["people"] if role != "funder"]
        if a["admin2"]:
            cells.setdefault((a["theme"], a["district"]), set()).update(o["id"] for o in there)
        for i, x in enumerate(there):
            for y in there[:i]:
                joint.add(frozenset((x["id"], y["id"])))
    declared = {frozenset(t[:2]) for t in TIES}
    for t in TIES:
        assert t[0] in by_id and t[1] in by_id, t
    sec = {o["id"]: sector_of(o) for o in orgs}

    def between(pairs, s, t):
        return [p for p in pairs if sorted(sec[i] for i in p) == sorted((s, t))]

    assert not between(joint | declared, *NEVER)
    assert not set(cells) & EMPTY_CELLS
    assert cells[SINGLE_PROVIDER[0]] == {SINGLE_PROVIDER[1]}
    assert not any(ISOLATE[0] in p for p in joint | declared) and len(cells[ISOLATE[1]]) > 2
    assert cells[UNCOORDINATED[0]] == set(UNCOORDINATED[1])
    assert not any(len(p & set(UNCOORDINATED[1])) == 2 for p in joint | declared)
    assert len(cells[SINGLE_SECTOR[0]]) > 1 and {sec[i] for i in cells[SINGLE_SECTOR[0]]} == {SINGLE_SECTOR[1]}
    assert all(sec[i] != MISSING_EVERYWHERE[1] for c, who in cells.items() if c[0] == MISSING_EVERYWHERE[0] for i in who)
    assert not any(i in FUNDER_ONLY for who in cells.values() for i in who)
    appear = {o["id"] for a in acts for o, _ in a["people"]}
    assert set(by_id) - appear == set(), set(by_id) - appear
    meet = {}
    for who in cells.values():
        who = sorted(who)
        for i, x in enumerate(who):
            for y in who[:i]:
                key = tuple(sorted((sec[x], sec[y])))
                meet.setdefault(key, set()).add(frozenset((x, y)))
    silo_meet, never_meet = meet[tuple(sorted(SILO))], meet[tuple(sorted(NEVER))]
    silo_joint = [p for p in silo_meet if p in joint]
    silo_tied = [p for p in silo_meet if p in joint | declared]
    cross = set().union(*(v for k, v in meet.items() if k[0] != k[1]))
    cross_tied = [p for p in cross if p in joint | declared]

    files = {}
    files["stakeholders.csv"] = table(
        ["stakeholder_id", "name", "acronym", "aliases", "sector", "org_type", "country", "scope"],
        [[o["id"], o["name"], o["acronym"], o["aliases"], o["sector"], o["org_type"], "Exampleland", o["scope"]] for o in orgs])
    rows = []
    for a in acts:
        p = PROVINCE_OF[a["district"]]
        rows.append([a["id"], a["title"], a["kind"], a["theme"], p, PROVINCES[p][0],
                     a["district"] if a["admin2"] else "", PROVINCES[p][1][a["district"]] if a["admin2"] else "",
                     a["start"], a["end"], a["status"], a["targeted"], a["reached"], f"https://example.org/synthetic/{a['id']}"])
    files["activities.csv"] = table(
        ["activity_id", "title", "activity_type", "theme", "admin1_name", "admin1_code", "admin2_name", "admin2_code",
         "start_date", "end_date", "status", "targeted", "reached", "source_url"], rows)
    files["participations.csv"] = table(["activity_id", "stakeholder_id", "stakeholder", "role"], part_rows)
    files["ties.csv"] = table(["from", "to", "type", "strength", "directed", "since", "until", "source"],
                              [list(t) + ["synthetic"] for t in TIES])
    need_rows = needs(draw)
    files["needs.csv"] = table(["theme", "admin1_name", "admin1_code", "admin2_name", "admin2_code", "period", "population", "in_need",
                                "severity", "targeted", "reached"], need_rows)
    files["expectations.csv"] = table(["theme", "sector", "place", "weight"], expectations())
    files["aliases.csv"] = table(["alias", "canonical", "country", "source"], [[a, c, "Exampleland", "synthetic"] for a, c in ALIASES])
    files["dataset.json"] = """{
  "title": "Referral network of three provinces, Exampleland (synthetic)",
  "country": "Exampleland",
  "language": "en",
  "as_of": "2024-12-31",
  "period": "year",
  "place_level": 2,
  "max_joint_participants": 50,
  "themes": ["Prevention", "Protection", "Prosecution", "Partnership"],
  "sector_map": { "Trade association": "Private sector" },
  "note": "Synthetic: country, places and organisations are invented. The planted gaps are listed in README.md."
}
"""
    by_name = sum(1 for r in part_rows if not r[1])
    files["README.md"] = f"""# Referral network of three provinces (synthetic)

Everything here is invented: the country, its places and its organisations. The folder shows every feature of a tidy dataset, and it holds
gaps that were planted on purpose, so that a report of it can be checked against the truth. Written by `tests/independent/make_samples.py`
(seeded; change that file, not these).

{len(orgs)} organisations in {len(SECTORS)} sectors, {len(acts)} activities in 2022-2024, {len(part_rows)} participations, {len(TIES)} declared ties,
{len(PROVINCES)} provinces with {len(DISTRICTS)} districts. Period: year. Place level: 2 (district).

## What was planted

Counts are over the whole span, places at district level. *Meet* = both present in the same theme and district (in any year); *tied* = a joint activity or
a declared tie.

| planted | truth |
|---|---|
| {SILO[0]} and {SILO[1]} rarely invite each other, at {SILO_FACTOR} of the usual rate | {len(silo_meet)} pairs meet, {len(silo_tied)} are tied ({len(silo_joint)} of them by a joint activity). All cross-sector pairs: {len(cross)} meet, {len(cross_tied)} are tied |
| {NEVER[0]} and {NEVER[1]} never work together | {len(never_meet)} pairs meet, none is tied. So few pairs are too few to tell from chance, and a report should say so |
| Prosecution in Ferrydale is uncovered | {UNCOVERED[("Prosecution", "Ferrydale")]} people in need each year, no organisation present |
| Protection in Hillcrest is uncovered | {UNCOVERED[("Protection", "Hillcrest")]} people in need each year, no organisation present |
| Prosecution in Hillcrest is not needed | need 0, no organisation present |
| Partnership in Ferrydale: need unknown, none present | no need given, not expected |
| Protection in Millbrook has a single provider | Millbrook Shelter Network, alone, in each year |
| Protection in Ferrydale is covered, yet uncoordinated | three organisations of three sectors ({", ".join(by_id[i]["name"] for i in UNCOORDINATED[1])}), no two of them ever tied |
| {by_id[ISOLATE[0]]["name"]} always works alone | an isolate without any tie; Protection in Lakeside Town, where it works, is fragmented because of it |
| Prosecution in Millbrook has a single sector | {len(cells[SINGLE_SECTOR[0]])} organisations, all {SINGLE_SECTOR[1]}; {JUD} is expected there and missing |
| {MISSING_EVERYWHERE[1]} is expected in {MISSING_EVERYWHERE[0]} | present in that theme nowhere |
| {by_id[FUNDER_ONLY[0]]["name"]} and {by_id[FUNDER_ONLY[1]]["name"]} only fund | tied to the leads they fund, present nowhere |
| "Media" stands for its whole sector | named like the sector: flagged, never the target of an introduction |
| {len(ALIASES)} aliases in `aliases.csv` | {by_name} participations give a name in `stakeholder` instead of an id: aliases, an acronym, another spelling |
| Two organisations without a sector | "Trade association" is mapped to Private sector in `dataset.json` |
| Two activities without a date | in no arena with a period; counted with `--period all` |
| Three activities known by province only | in no arena at district level |
| One activity runs from November 2022 to February 2023 | present in both years |
| One declared tie between {SILO[0]} and {SILO[1]} ended in 2022; one between {LAW} and {JUD} in mid-2023 | they count overall, but not in the periods after |

## Files

`stakeholders.csv`, `activities.csv`, `participations.csv`, `ties.csv`, `needs.csv`, `expectations.csv`, `aliases.csv`, `dataset.json`: all eight of a tidy
dataset. Needs are people in need per theme, district and year; Partnership has none.
"""
    return {f"province-referral/{k}": v.encode("utf-8") for k, v in files.items()}


# ---------------------------------------------------------------------------------------------------------------------
# 3w-hxl.csv
# ---------------------------------------------------------------------------------------------------------------------
W_PLACES = [  # admin1, code, admin2, code
    ("Haut-Exemple", "XB01", "Rivière-Échantillon", "XB0101"), ("Haut-Exemple", "XB01", "Mont Modèle", "XB0102"),
    ("Haut-Exemple", "XB01", "Plaine Haute", "XB0103"), ("Bas-Exemple", "XB02", "Port Modèle", "XB0201"),
    ("Bas-Exemple", "XB02", "Lac-Échantillon", "XB0202"), ("Bas-Exemple", "XB02", "Dune Sèche", "XB0203"),
    ("Centre-Exemple", "XB03", "Ville Centre", "XB0301"), ("Centre-Exemple", "XB03", "Marché Neuf", "XB0302")]
W_CLUSTERS = ["WASH", "Health", "Protection", "Education", "Food Security", "Shelter and NFI"]
W_ORGS = [  # name, acronym, type spellings, clusters (indexes), places (indexes), other spellings of the name
    ("Example Relief International", "ERI", ["International NGO", "INGO", "ONG internationale"], [0, 1, 5], [0, 1, 2, 3, 6], ["EXAMPLE RELIEF INTERNATIONAL", "Example Relief International  "]),
    ("Sample Aid Network", "SAN", ["INGO", "International NGO"], [0, 2, 4], [0, 1, 3, 4, 5, 6], ["Sample\u00a0Aid Network", "sample aid network"]),
    ("Fédération Échantillon de Santé", "FES", ["ONG nationale", "National NGO"], [1], [0, 2, 3, 4, 6, 7], ["Federation Echantillon de Sante", "FÉDÉRATION ÉCHANTILLON DE SANTÉ"]),
    ("Women’s Shelter Sample", "WSS", ["NNGO", "National NGO"], [2, 5], [3, 4, 6], ["Women's Shelter Sample", "Womens Shelter Sample"]),
    ("Water & Wells Example", "WWE", ["NNGO"], [0], [0, 1, 2, 5], ["Water and Wells Example", "Water &  Wells Example"]),
    ("United Example Agency for Water", "UEAW", ["UN Agency", "United Nations"], [0], [0, 1, 2, 3, 4, 5, 6, 7], ["United Example Agency for Water "]),
    ("United Example Agency for Children", "UEAC", ["UN", "Agence du Système des Nations Unies"], [2, 3], [0, 2, 3, 4, 6, 7], []),
    ("United Example Food Fund", "UEFF", ["UN Agency"], [4], [0, 1, 2, 3, 4, 5], []),
    ("Ministry of Sample Health", "MoSH", ["Government", "Gov"], [1], [0, 1, 3, 4, 6, 7], ["ministry of sample health"]),
    ("Direction Exemple de l’Éducation", "DEE", ["Gouvernement", "Government"], [3], [0, 1, 2, 3, 6, 7], ["Direction Exemple de l'Education"]),
    ("Sample Social Affairs Office", "SSAO", ["Government"], [2, 4], [3, 4, 5, 6], []),
    ("Sample Red Crescent", "SRC", ["Red Cross/Red Crescent"], [1, 5], [0, 1, 3, 6], []),
    ("Sample Rural Committee", "SRC", ["NNGO"], [4], [2, 4, 5], []),
    ("HEX/EPX Example", "HEX", ["INGO"], [4, 0], [1, 2, 5], ["HEX/EPX  example"]),
    ("Example Teachers Union", "ETU", ["Civil society", "Société civile"], [3], [0, 3, 6, 7], []),
    ("Université Modèle", "", ["Academic", "Académique"], [1, 3], [6, 7], ["UNIVERSITE MODELE"]),
    ("Example Seeds Company", "ESC", ["Private sector", "Secteur privé"], [4], [2, 4, 5], []),
    ("Youth Sample Forum", "YSF", ["NNGO", "Local NGO"], [2, 3], [1, 3, 5, 7], ["Youth sample forum"]),
    ("Mission Exemple", "ME", ["Faith based", "Religious"], [1, 5], [4, 5, 7], []),
    ("Nomads Example Association", "NEA", ["NNGO"], [0, 4], [2, 5], ["Nomads Example Assocation"]),
]
W_DONORS = ["Example Donor Government", "Sample Humanitarian Fund", "Example Donor Govt.", "Model Foundation"]
W_TAGS = [("Organisation chef de file / Lead", "Chef de file", "#org+prog"), ("Lead organisation type", "Type (chef de file)", "#org+type+prog"),
          ("Implementing organisation", "Organisation de mise en œuvre", "#org+name+impl"), ("Acronym", "Sigle", "#org +impl +acronym"),
          ("Type of organisation", "Type d'organisation", "#org+type+impl"), ("Donor", "Bailleur", "#org+funder"),
          ("Cluster", "Secteur", "#sector+cluster"), ("Activity", "Activité", "#activity+description"),
          ("Region", "Région", "#adm1+name"), ("Region Pcode", "Code région", "#adm1+code"),
          ("District", "District", "#adm2 +name"), ("District Pcode", "Code district", "#adm2+code"),
          ("Start date", "Date début", "#date+start"), ("End date", "Date fin", "#date+end"), ("Status", "Statut", "#status"),
          ("People targeted", "Personnes ciblées", "#targeted"), ("People reached", "Personnes atteintes", "#reached"),
          ("Contact person", "Personne de contact", "#contact+name"), ("Contact phone", "Téléphone", "#contact+phone"),
          ("Contact e-mail", "Courriel", "#contact+email")]
W_WORK = {"WASH": ["Borehole repair", "Latrine construction", "Hygiene kits"], "Health": ["Mobile clinic", "Vaccination week", "Drug supply"],
          "Protection": ["Case management", "Safe space", "Referral pathway meeting"], "Education": ["Classroom repair", "Teacher training", "School kits"],
          "Food Security": ["Seed distribution", "Food basket", "Cash for work"], "Shelter and NFI": ["Tents", "Blankets", "Repair of roofs"]}


def three_w():
    draw = Draw(20230915)
    excel = lambda d: str((d - date(1899, 12, 30)).days)
    months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]

    def spelled(org):
        name, acronym, _, _, _, others = org
        if others and draw.chance(0.18):
            return draw.pick(others)
        return name

    def dated(d, plain):
        form = draw.below(20)
        if plain or form < 11:
            return d.isoformat()
        if form < 15:
            return d.strftime("%d/%m/%Y")
        if form < 17:
            return excel(d)
        if form < 18:
            return d.isoformat()[:7]
        if form < 19:
            return d.strftime("%d.%m.%y")
        return f"{months[d.month - 1]} {d.year}"

    rows = []
    while len(rows) < 168:
        lead = draw.weighted(W_ORGS, [3 if i in (0, 1, 5, 6, 7, 8, 9) else 1 for i in range(len(W_ORGS))])
        cluster, place = draw.pick(lead[3]), draw.pick(lead[4])
        here = [o for o in W_ORGS if o is not lead and cluster in o[3] and place in o[4]]
        impl = [draw.pick(here)] if here and draw.chance(0.55) else [lead]
        second = [o for o in here if o not in impl]
        a1, c1, a2, c2 = W_PLACES[place]
        start = date(2022, 1, 1) + timedelta(days=draw.below(640))
        end = start + timedelta(days=15 + draw.below(120))
        names, acronym, kind = spelled(impl[0]), impl[0][1], draw.pick(impl[0][2])
        if second and draw.chance(0.08):
            # Several organisations in one cell: no single acronym or type holds for it.
            names, acronym, kind = f"{names}; {spelled(draw.pick(second))}", "", ""
        # A lead is written by its acronym, or by name. SRC by itself would be two organisations: one planted row below has it.
        lead_text = lead[1] if lead[1] not in ("", "SRC") and draw.chance(0.5) else spelled(lead)
        targeted = 50 * (1 + draw.below(60))
        work = draw.pick(W_WORK[W_CLUSTERS[cluster]])
        rows.append([lead_text, draw.pick(lead[2]), names, acronym, kind,
                     draw.pick(W_DONORS) if draw.chance(0.5) else draw.pick(["", "N/A", "-"]),
                     W_CLUSTERS[cluster] if draw.chance(0.92) else draw.pick([W_CLUSTERS[cluster].upper(), W_CLUSTERS[cluster].lower() + " "]),
                     work, a1, c1, a2, c2, dated(start, False), dated(end, True) if draw.chance(0.8) else "", draw.pick(["Ongoing", "Completed", "Planned"]),
                     str(targeted), str(targeted - 5 * draw.below(10)), "REDACTED", "000-INVALID", "nobody@example.invalid"])
    lead_, ltype, impl_, acr, itype, donor, clus, act, a1, c1, a2, c2, start_, end_ = range(14)
    # Dirt, one kind at a time; the row numbers are positions in `rows`, not lines of the file.
    rows[7][act] = "Borehole repair,\nsecond phase (\"deep well\")"
    rows[9][start_], rows[9][end_] = "31/02/2022", ""
    rows[13][start_], rows[13][end_] = "11/o1/2022", ""
    rows[17][start_], rows[17][end_] = "TBD", "TBD"
    rows[21][start_], rows[21][end_] = "2022-09-01", "2022-03-01"
    rows[25][start_], rows[25][end_] = "11th June 2022", ""
    rows[29][start_], rows[29][end_] = "Jan 1-Dec 31, 2022", ""
    rows[33][a2] = ""                                   # code without a name
    rows[37][a2] = rows[37][c2] = ""                    # region only
    rows[41][a1:c2 + 1] = ["National", "", "Nationwide", ""]
    rows[45][c2] = "XB0103" if rows[45][c2] != "XB0103" else "XB0102"     # code conflict: the name says another district
    rows[49][c2] = ""                                   # name without a code
    rows[53][clus] = "Not specified"
    rows[57][clus] = "#N/A"
    rows[61][lead_], rows[61][ltype] = "ERI/SAN", ""    # both are known: two leads
    rows[65][lead_], rows[65][ltype] = "SRC", ""        # two organisations have this acronym: a collision
    rows[65][impl_], rows[65][acr], rows[65][itype] = "Water & Wells Example", "WWE", "NNGO"
    rows[69][impl_], rows[69][acr], rows[69][itype] = "N/A", "-", "#N/A"
    rows[73][lead_] = "#VALUE!"
    rows[77][impl_], rows[77][acr], rows[77][itype] = "Ministry of Sample Health| Fédération Échantillon de Santé", "", ""
    rows[81][a2] = rows[81][a2].upper() + "   "
    rows[85][15], rows[85][16] = "1 200", "not a number"
    repeats = [rows[i][:] for i in (3, 3, 3, 11, 19, 19, 27, 59, 90, 91, 92, 93)]
    rows = rows[:100] + repeats[:5] + rows[100:] + repeats[5:]
    n = len(W_TAGS)
    partial = [t[2] if t[2].startswith("#adm") else "" for t in W_TAGS]
    total = ["Total"] + [""] * 14 + [str(sum(int(r[15]) for r in rows if r[15].isdigit())), "", "", "", ""]
    lines = [["SYNTHETIC SAMPLE: who does what where in Exemple Province (every organisation and place is invented)"] + [""] * (n - 1),
             [t[0] for t in W_TAGS], [t[1] for t in W_TAGS], [t[2] for t in W_TAGS], partial] + rows + [total] + [[""] * n] * 14
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\r\n").writerows(lines)
    return {"3w-hxl.csv": b"\xef\xbb\xbf" + out.getvalue().encode("utf-8")}


def main():
    files = {**province_referral(), **three_w()}
    check = "--check" in sys.argv[1:]
    stale = []
    for name, data in files.items():
        path = ROOT / name
        if check:
            if not path.exists() or path.read_bytes() != data:
                stale.append(name)
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
    if stale:
        sys.exit("differs from what make_samples.py writes: " + ", ".join(stale))
    print(f"{len(files)} files {'checked' if check else 'written'}")


if __name__ == "__main__":
    main()
