#!/usr/bin/python3
"""Tidy datasets of four sizes to measure with: heavy-tailed activity, local partners, some pairs of sectors that keep apart.

usage: generate.py S|M|L|XL FOLDER [SEED]
"""
import os
import sys

import numpy as np

#        organisations, sectors, activities, places, themes, months
SIZES = {
    "S": (200, 8, 1_000, 12, 6, 24),
    "M": (5_000, 12, 50_000, 60, 10, 48),
    "L": (50_000, 16, 1_000_000, 400, 16, 60),
    "XL": (200_000, 20, 5_000_000, 1_500, 20, 72),
}
FIRST_YEAR = 2020
LOCAL = 0.7            # chance that an organisation is drawn from the place where there is one
MOST_PARTNERS = 59     # beside the lead
TIES_EACH = 1.5        # declared ties for each organisation
CHUNK = 500_000        # rows formatted at once


def main(size, folder, seed=1):
    n, sectors, activities, places, themes, months = SIZES[size]
    rng = np.random.default_rng(seed)
    os.makedirs(folder, exist_ok=True)

    # How readily sectors invite each other: 1 within, .25 across, .02 for one pair in seven, .8 for one in fourteen.
    readiness = np.full((sectors, sectors), 0.25)
    np.fill_diagonal(readiness, 1)
    pairs = [(s, t) for s in range(sectors) for t in range(s + 1, sectors)]
    order = rng.permutation(len(pairs))
    apart, close = max(1, len(pairs) // 7), max(1, len(pairs) // 14)
    for k in order[:apart + close]:
        s, t = pairs[k]
        readiness[s, t] = readiness[t, s] = 0.02 if k in order[:apart] else 0.8

    # Organisations: sector, home, activity (Pareto, cut at the top).
    sector = rng.choice(sectors, n, p=rng.dirichlet(np.full(sectors, 5.0)))
    sector[:2 * sectors] = np.repeat(np.arange(sectors), 2)
    place_size = np.arange(1, places + 1) ** -0.7
    place_size /= place_size.sum()
    home = rng.choice(places, n, p=place_size)
    level = (1 - rng.random(n)) ** (-1 / 1.3)
    level = np.minimum(level, 2 * np.quantile(level, 0.9995))
    mass = np.bincount(sector, level, sectors)

    # Organisations by sector and home, with running sums of activity: drawing one is a binary search.
    by_home = np.lexsort((np.arange(n), home, sector))
    running = np.concatenate(([0.0], np.cumsum(level[by_home])))
    cell = sector[by_home].astype(np.int64) * places + home[by_home]
    cell_from, cell_to = (np.searchsorted(cell, np.arange(sectors * places), side) for side in ("left", "right"))
    sector_from, sector_to = (np.searchsorted(sector[by_home], np.arange(sectors), side) for side in ("left", "right"))

    def draw(s, p):
        """An organisation of each sector, mostly one whose home is the place."""
        at = s * places + p
        local = (rng.random(len(s)) < LOCAL) & (cell_to[at] > cell_from[at])
        low, high = np.where(local, cell_from[at], sector_from[s]), np.where(local, cell_to[at], sector_to[s])
        picked = np.searchsorted(running[1:], running[low] + rng.random(len(s)) * (running[high] - running[low]), "right")
        return by_home[np.clip(picked, low, high - 1)]

    invited = np.cumsum(readiness * mass, 1)
    invited /= invited[:, -1:]

    def invite(inviting):
        """The sector of a partner, given the sector that invites."""
        u, chosen = rng.random(len(inviting)), np.empty(len(inviting), np.int64)
        for s in range(sectors):
            chosen[inviting == s] = np.searchsorted(invited[s], u[inviting == s], "right")
        return np.minimum(chosen, sectors - 1)

    # Activities: theme and place by size, a month, mostly short.
    theme_size = np.arange(1, themes + 1) ** -0.5
    theme = rng.choice(themes, activities, p=theme_size / theme_size.sum())
    place = rng.choice(places, activities, p=place_size)
    first = rng.integers(0, months, activities)
    last = np.minimum(first + np.minimum(rng.geometric(0.5, activities) - 1, 11), months - 1)
    day, day_last = rng.integers(1, 29, activities), rng.integers(1, 29, activities)
    day_last = np.where(first == last, np.maximum(day, day_last), day_last)
    taste = np.cumsum(mass * (1 + 2 * rng.random((themes, sectors))), 1)
    taste /= taste[:, -1:]
    u, lead_sector = rng.random(activities), np.empty(activities, np.int64)
    for t in range(themes):
        lead_sector[theme == t] = np.minimum(np.searchsorted(taste[t], u[theme == t], "right"), sectors - 1)
    lead = draw(lead_sector, place)

    # Partners: their number falls as a power; nobody twice in one activity.
    chance = np.arange(1.0, MOST_PARTNERS + 2) ** -2.2
    chance[0] *= 0.45
    of = np.repeat(np.arange(activities), rng.choice(MOST_PARTNERS + 1, activities, p=chance / chance.sum()))
    partner = draw(invite(lead_sector[of]), place[of])
    activity, who = np.concatenate((np.arange(activities), of)), np.concatenate((lead, partner))
    role = np.concatenate((np.zeros(activities, np.int8), np.ones(len(of), np.int8)))
    _, kept = np.unique(activity * n + who, return_index=True)
    activity, who, role = activity[kept], who[kept], role[kept]

    count = int(TIES_EACH * n)
    one = draw(rng.choice(sectors, count, p=mass / mass.sum()), rng.choice(places, count, p=place_size))
    other = draw(invite(sector[one]), home[one])
    one, other = one[one != other], other[one != other]
    since, since_day = rng.integers(0, months, len(one)), rng.integers(1, 29, len(one))

    month = [f"{FIRST_YEAR + m // 12}-{m % 12 + 1:02d}" for m in range(months)]
    org = [f"O{i:0{len(str(n))}d}" for i in range(n)]

    def write(name, head, line, *columns):
        with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
            file.write(head + "\n")
            for k in range(0, len(columns[0]), CHUNK):
                file.writelines(line(*row) for row in zip(*(column[k:k + CHUNK].tolist() for column in columns)))

    write("stakeholders.csv", "org_id,name,sector", lambda i, s: f"{org[i]},Organisation {i},Sector {s + 1:02d}\n", np.arange(n), sector)
    write("activities.csv", "activity_id,title,theme,location,start,end",
          lambda a, t, p, f, d, l, e: f"A{a},Meeting {a},Theme {t + 1:02d},Place {p + 1:04d},{month[f]}-{d:02d},{month[l]}-{e:02d}\n",
          np.arange(activities), theme, place, first, day, last, day_last)
    write("participations.csv", "activity_id,org_id,role", lambda a, i, r: f"A{a},{org[i]},{'participant' if r else 'lead'}\n", activity, who, role)
    write("ties.csv", "org_a,org_b,kind,date", lambda i, j, m, d: f"{org[i]},{org[j]},referral,{month[m]}-{d:02d}\n", one, other, since, since_day)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], *map(int, sys.argv[3:]))
