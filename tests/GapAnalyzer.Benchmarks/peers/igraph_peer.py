#!/usr/bin/python3
"""What a good analyst would run today for the same numbers: pandas, scipy.sparse, python-igraph, matplotlib (Debian's packages).

usage: igraph_peer.py DATASET OUT [--shuffles N] [--without constraint,betweenness]

Per organisation degree, strength, core, cutpoint, constraint and betweenness; per pair of sectors ties, strength, density, z and p of
shuffled labels; assortativity, E-I index, components, bridges, communities; required pairs by month and those without a tie; two charts.
"""
import argparse
import json
import os
import random

os.environ.setdefault("MPLBACKEND", "Agg")
import igraph
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import scipy.sparse as sp
from matplotlib.collections import LineCollection

ROWS = 1000   # of the product of who is where with itself, at once: keeps memory bounded

arguments = argparse.ArgumentParser()
arguments.add_argument("dataset")
arguments.add_argument("out")
arguments.add_argument("--shuffles", type=int, default=1000)
arguments.add_argument("--without", default="")
given = arguments.parse_args()
without = set(given.without.split(","))
os.makedirs(given.out, exist_ok=True)


def table(name, **options):
    return pd.read_csv(os.path.join(given.dataset, name), dtype=str, **options)


# Read.
stakeholders, ties = table("stakeholders.csv"), table("ties.csv")
activities = pd.read_csv(os.path.join(given.dataset, "activities.csv"), usecols=["activity_id", "theme", "location", "start", "end"],
                         dtype={"activity_id": str, "theme": "category", "location": "category", "start": str, "end": str})
participations = table("participations.csv", usecols=["activity_id", "org_id"])
org, activity = pd.Index(stakeholders.org_id), pd.Index(activities.activity_id)
label, sectors = pd.factorize(stakeholders.sector, sort=True)
n, s = len(org), len(sectors)

# Ties: Newman's strength of joint activities, and one for each declared tie.
there = sp.csr_matrix((np.ones(len(participations)), (activity.get_indexer(participations.activity_id), org.get_indexer(participations.org_id))),
                      shape=(len(activity), n))
there.data[:] = 1
del participations
size = np.asarray(there.sum(1)).ravel()
joint = sp.triu(there.T @ sp.diags(np.where(size > 1, 1 / np.maximum(size - 1, 1), 0)) @ there, 1).tocsr()
joint.eliminate_zeros()
a, b = org.get_indexer(ties.org_a), org.get_indexer(ties.org_b)
declared = sp.coo_matrix((np.ones(len(a)), (np.minimum(a, b), np.maximum(a, b))), shape=(n, n)).tocsr()
network = (joint + declared).tocoo()
del joint, declared
i, j, strength = network.row, network.col, network.data
graph = igraph.Graph(n=n, edges=np.column_stack((i, j)))
graph.es["weight"] = strength


# Sectors, against shuffled labels.
def mixing(label, weight=None):
    sums = np.bincount(label[i] * s + label[j], weight, s * s).reshape(s, s)
    return sums + sums.T - np.diag(np.diag(sums))


count, weight, members = mixing(label), mixing(label, strength), np.bincount(label)
possible = np.outer(members, members).astype(float)
np.fill_diagonal(possible, members * (members - 1) / 2)
within = int((label[i] == label[j]).sum())
rng = np.random.default_rng(1)
shuffled = np.array([mixing(rng.permutation(label), strength) for _ in range(given.shuffles)])
z = (weight - shuffled.mean(0)) / shuffled.std(0)
p = np.minimum(1, 2 * (1 + np.minimum((shuffled >= weight).sum(0), (shuffled <= weight).sum(0))) / (given.shuffles + 1))
del shuffled

# Structure.
random.seed(1)
core, cutpoints, bridges, components = graph.coreness(), set(graph.articulation_points()), graph.bridges(), graph.connected_components()
louvain = graph.community_multilevel(weights="weight").modularity
leiden = graph.community_leiden(objective_function="modularity", weights="weight", n_iterations=-1)
constraint = graph.constraint(weights="weight") if "constraint" not in without else None
betweenness = np.array(graph.betweenness()) * 2 / ((n - 1) * (n - 2)) if "betweenness" not in without else None

# Required pairs: both active on one theme, in one place, in one month; a gap is one without a tie.
month_of = lambda dates: dates.str[:4].astype(int) * 12 + dates.str[5:7].astype(int)
first, last = month_of(activities.start), month_of(activities.end)
months = (last - first + 1).values
of = np.repeat(np.arange(len(activity)), months)
month = first.values[of] + np.arange(len(of)) - np.repeat(np.cumsum(months) - months, months)
arena = (activities.location.cat.codes.values[of].astype(np.int64) * len(activities.theme.cat.categories) + activities.theme.cat.codes.values[of]) * 100_000 + month
arenas, arena = np.unique(arena, return_inverse=True)
present = (sp.csr_matrix((np.ones(len(of), np.float32), (arena, of)), shape=(len(arenas), len(activity))) @ there.astype(np.float32)).tocsr()
present.data[:] = 1
by_org = present.T.tocsr()
tied = sp.csr_matrix((np.ones(2 * len(i), np.float32), (np.r_[i, j], np.r_[j, i])), shape=(n, n))
required, gaps, gaps_of = 0, 0, np.zeros(s * s)
for begin in range(0, n, ROWS):
    meets = (by_org[begin:begin + ROWS] @ present).tocoo()
    row, other = meets.row + begin, meets.col
    row, other = row[row < other], other[row < other]
    required += len(row)
    met = sp.csr_matrix((np.ones(len(row), np.float32), (row - begin, other)), shape=(min(ROWS, n - begin), n))
    gap = (met - met.multiply(tied[begin:begin + ROWS])).tocoo()
    row, other = gap.row[gap.data > 0] + begin, gap.col[gap.data > 0]
    gaps += len(row)
    gaps_of += np.bincount(label[row] * s + label[other], minlength=s * s)

# Charts.
figure, axes = plt.subplots(figsize=(8, 7))
image = axes.imshow(z, cmap="RdBu_r", vmin=-np.abs(z).max(), vmax=np.abs(z).max())
axes.set_xticks(range(s), sectors, rotation=90)
axes.set_yticks(range(s), sectors)
figure.colorbar(image)
figure.tight_layout()
figure.savefig(os.path.join(given.out, "mixing.png"), dpi=120)
plt.close(figure)
degree = np.array(graph.degree())
top = np.sort(np.argsort(-degree, kind="stable")[:300])
part = graph.induced_subgraph(top.tolist())
at = np.array(part.layout_fruchterman_reingold(niter=200).coords)
figure, axes = plt.subplots(figsize=(10, 10))
axes.add_collection(LineCollection(at[np.array(part.get_edgelist())], colors="#0001"))
axes.scatter(at[:, 0], at[:, 1], c=label[top], cmap="tab20", s=20)
axes.axis("off")
figure.savefig(os.path.join(given.out, "network.png"), dpi=120)
plt.close(figure)

# Tables.
orgs = pd.DataFrame({"org_id": stakeholders.org_id, "sector": stakeholders.sector, "degree": degree, "strength": graph.strength(weights="weight"),
                     "core": core, "cutpoint": [v in cutpoints for v in range(n)]})
if betweenness is not None:
    orgs["betweenness"] = betweenness
if constraint is not None:
    orgs["constraint"] = constraint
orgs.to_csv(os.path.join(given.out, "organisations.csv"), index=False)
pd.DataFrame([(sectors[x], sectors[y], count[x, y], weight[x, y], count[x, y] / possible[x, y], z[x, y], p[x, y]) for x in range(s) for y in range(x, s)],
             columns=["a", "b", "ties", "strength", "density", "z", "p"]).to_csv(os.path.join(given.out, "sector_pairs.csv"), index=False)
with open(os.path.join(given.out, "report.json"), "w", encoding="utf-8") as file:
    json.dump({"n": n, "m": len(i), "ei": (len(i) - 2 * within) / len(i), "assortativity": graph.assortativity_nominal(label.tolist(), directed=False),
               "components": len(components), "cutpoints": len(cutpoints), "bridges": len(bridges), "highest_core": max(core),
               "modularity_louvain": louvain, "modularity_leiden": graph.modularity(leiden, weights="weight"), "communities": len(leiden),
               "required": required, "gaps": gaps}, file, indent=1)
