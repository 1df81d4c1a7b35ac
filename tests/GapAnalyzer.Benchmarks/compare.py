#!/usr/bin/python3
"""GapAnalyzer beside what a good analyst would run today: both on the same datasets, in turns, in one go.

usage: compare.py [--sizes S,M,L,XL] [--runs 3] [--tool COMMAND] [--work FOLDER] [--into docs/benchmarks.md]
                  [--same-statistics]

Needs the published tool (dotnet publish src/GapAnalyzer.Cli -c Release) and Debian's python3-igraph, python3-pandas, python3-scipy and
python3-matplotlib. Wall, processor time and peak memory are those of the whole process; of several runs the median. The tables go into
the file between its markers, the chart beside it.
"""
import argparse
import json
import math
import os
import pathlib
import platform
import shlex
import shutil
import statistics
import subprocess
import sys
import textwrap
import time

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent

# What is written: between which marks, and the name of the chart. By whether ours is the whole report or the same statistics alone.
PLACES = {False: ("beside python-igraph", "beside-igraph.svg"), True: ("the same statistics", "same-statistics.svg")}

# The same statistics on both sides: meeting is by month, and every activity makes ties.
SAME = ["--period", "month", "--max-joint-participants", "unlimited", "--format", "json,csv,charts"]

# What the peer does not compute, left out of ours as well by --same-statistics.
EXTRA = "groups,sensitivity,models,co-presence,coverage,brokerage,redundancy,plan,names"
WITHOUT = {"S": EXTRA, "M": EXTRA, "L": f"{EXTRA},clustering,paths", "XL": f"{EXTRA},clustering,paths"}

# What igraph cannot do in an evening is left out on its side.
PEER = {"S": [], "M": [], "L": ["--without", "constraint,betweenness"], "XL": ["--without", "constraint,betweenness", "--shuffles", "20"]}
RUNS = {"S": 5, "M": 3, "L": 1, "XL": 1}


def measure(command, log):
    """Wall s, processor s and peak MB of a command; None where it failed."""
    begin = time.perf_counter()
    with open(log, "wb") as file:
        process = subprocess.Popen(command, stdout=file, stderr=subprocess.STDOUT)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    took = time.perf_counter() - begin
    if process.returncode != 0:
        sys.stderr.write(f"{shlex.join(command)} failed with {process.returncode}; see {log}\n")
        return None
    return took, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def median(runs):
    runs = [run for run in runs if run]
    return tuple(statistics.median(column) for column in zip(*runs)) if runs else None


def stages(log):
    """The table of steps that --verbose prints."""
    lines = pathlib.Path(log).read_text(encoding="utf-8", errors="replace").splitlines()
    begin = next((k for k, line in enumerate(lines) if line.startswith("step ") and "wall s" in line), None)
    if begin is None:
        return []
    end = next(k for k in range(begin, len(lines)) if lines[k].startswith("all "))
    return [line.rsplit(None, 3) for line in lines[begin + 1:end + 1]]


def number(value):
    return f"{value:,.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"


def versions(tool):
    def said(command):
        return subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip().splitlines()

    cpu = next((line.split(":", 1)[1].strip() for line in open("/proc/cpuinfo", encoding="utf-8") if line.startswith("model name")), platform.processor())
    memory = next(int(line.split()[1]) for line in open("/proc/meminfo", encoding="utf-8") if line.startswith("MemTotal")) / 1024 / 1024
    packages = said(["/usr/bin/python3", "-c", "import platform, igraph, pandas, scipy, numpy; print(f'Python {platform.python_version()}, python-igraph {igraph.__version__}, pandas {pandas.__version__}, "
                     "scipy {scipy.__version__}, numpy {numpy.__version__}')"])
    return (f"{cpu}, {os.cpu_count()} cores, {memory:.0f} GiB; {platform.system()} {platform.release().split('-')[0]}; GapAnalyzer {(said([*tool, '--version']) or ['?'])[0]}, "
            f".NET SDK {(said(['dotnet', '--version']) or ['?'])[0]}; {(packages or ['?'])[0]}. "
            f"Load of the machine (1 min) when it began: {os.getloadavg()[0]:.1f}.")


SIDES = (("ours", "GapAnalyzer", "#0F766E"), ("peer", "python-igraph", "#475569"))


def chart(results):
    """Processor time against required pairs, both axes logarithmic, and a line along which cost grows as the pairs do."""
    drawn = [r for r in results if r["required"] and (r["ours"] or r["peer"])]
    points = {name: [(r["required"], r[name][1]) for r in drawn if r[name]] for name, _, _ in SIDES}
    pairs, seconds = zip(*points["ours"], *points["peer"])
    left, right = math.log10(min(pairs)) - 0.4, max(math.log10(max(pairs)), math.log10(min(pairs)) + 0.4)
    low, high = math.floor(math.log10(min(seconds))), math.floor(math.log10(max(seconds))) + 1
    width, height, top, bottom, begin, end = 900, 480, 96, 76, 64, 180
    x = lambda v: begin + (math.log10(v) - left) / (right - left) * (width - begin - end)
    y = lambda v: height - bottom - (math.log10(v) - low) / (high - low) * (height - top - bottom)

    def text(at, baseline, words, anchor="start", color="#6B7280", weight=400, size=12):
        """With a rim of the ground, so that no line runs through it."""
        return (f'<text x="{at:.1f}" y="{baseline:.1f}" text-anchor="{anchor}" fill="{color}" font-weight="{weight}" font-size="{size}" '
                f'stroke="#fff" stroke-width="4" paint-order="stroke">{words}</text>')

    title = finding(drawn)
    lines, labels = [], [text(16, 28 + 23 * k, line, color="#1F2937", weight=600, size=18) for k, line in enumerate(title)]
    dashed = " Dashed: growing as the number of pairs does." if len(points["ours"]) > 1 else ""
    labels.append(text(16, 28 + 23 * len(title), f"Processor seconds against pairs that meet, both axes logarithmic.{dashed}{left_out(drawn)}"))
    for k in range(low, high + 1):
        lines.append(f'<line x1="{begin}" x2="{width - end}" y1="{y(10 ** k):.1f}" y2="{y(10 ** k):.1f}" stroke="#E5E7EB"/>')
        labels.append(text(begin - 8, y(10 ** k) + 4, f"{10.0 ** k:g} s", "end"))
    for r, row in zip(drawn, rows([x(r["required"]) for r in drawn], apart=150)):
        lines.append(f'<line x1="{x(r["required"]):.1f}" x2="{x(r["required"]):.1f}" y1="{top}" y2="{height - bottom}" stroke="#E5E7EB"/>')
        labels.append(text(x(r["required"]), height - bottom + 30 + 18 * row, f'{r["size"]}: {r["required"]:,} pairs', "middle"))
    if len(points["ours"]) > 1:
        (x0, y0), (x1, _) = points["ours"][-1], points["ours"][0]
        slope = max(10.0 ** low, y0 * x1 / x0)
        lines.append(f'<line x1="{x(x0):.1f}" y1="{y(y0):.1f}" x2="{x(x0 * slope / y0):.1f}" y2="{y(slope):.1f}" stroke="#6B7280" stroke-dasharray="4 4"/>')
    for name, _, color in SIDES:
        lines.append(f'<polyline points="{" ".join(f"{x(a):.1f},{y(b):.1f}" for a, b in points[name])}" fill="none" stroke="{color}" stroke-width="2"/>')
        lines += [f'<circle cx="{x(a):.1f}" cy="{y(b):.1f}" r="4.5" fill="{color}"/>' for a, b in points[name]]

    # Lines rise to the right: above and to the left of the upper point, and beneath and to the right of the lower one, there is room.
    last = max(pairs)
    for name, words, color in SIDES:
        other = dict(points["peer" if name == "ours" else "ours"])
        for k, (a, b) in enumerate(points[name]):
            said = f"{words} {number(b)} s" if k + 1 == len(points[name]) else f"{number(b)} s"
            upper = b > other.get(a, 0) or (b == other[a] and name == "ours")
            if a == last:
                near = a in other and abs(y(b) - y(other[a])) < 16
                middle = (y(b) + y(other[a])) / 2 + (-8 if upper else 8) if near else y(b)
                labels.append(text(x(a) + 12, middle + 4, said, color=color, weight=600))
            elif upper:
                labels.append(text(x(a) - 5, y(b) - 9, said, "end", color, 600))
            else:
                labels.append(text(x(a) + 5, y(b) + 18, said, color=color, weight=600))
    return "\n".join([
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" font-family="Inter, \'Segoe UI\', Arial, sans-serif" role="img" aria-label="{" ".join(title)}.">',
        f'<rect width="{width}" height="{height}" fill="#fff"/>', *lines, *labels, "</svg>", ""])


def finding(results):
    """What the chart shows, on one line or two."""
    both = [(r["size"], r["ours"][1] / r["peer"][1]) for r in results if r["ours"] and r["peer"]]
    if not both:
        return ["Processor time of both sides"]
    words = "GapAnalyzer takes " + ", ".join(f"{ratio:.1f} {'' if k else 'times the processor time of python-igraph '}at {size}" for k, (size, ratio) in enumerate(both))
    return textwrap.wrap(words, 92)


def left_out(results):
    sizes = [r["size"] for r in results if PEER[r["size"]] and r["peer"]]
    return f" At {' and '.join(sizes)} igraph does less." if sizes else ""


def rows(places, apart):
    """On which of two rows each label stands: on the second where the one before on the first is too near."""
    chosen = []
    for k, place in enumerate(places):
        chosen.append(1 if k and chosen[-1] == 0 and place - places[k - 1] < apart else 0)
    return chosen


def report(results, machine, chart_name):
    lines = [machine, "",
             "| size | organisations | activities | required pairs | ties | | wall s | processor s | peak MB |", "|---|--:|--:|--:|--:|---|--:|--:|--:|"]
    for r in results:
        for name, title in (("ours", "GapAnalyzer"), ("peer", "python-igraph")):
            head = [r["size"], f"{r['n']:,}", f"{r['activities']:,}", f"{r['required']:,}", f"{r['m']:,}"] if name == "ours" else [""] * 5
            lines.append(f"| {' | '.join(head)} | {title} | {' | '.join(map(number, r[name])) if r[name] else 'failed | | '} |")
        if r["ours"] and r["peer"]:
            lines.append(f"| | | | | | **ratio** | {' | '.join(f'**{a / b:.2f}**' for a, b in zip(r['ours'], r['peer']))} |")
    names = []
    for r in results:
        names += [stage[0] for stage in r["stages"] if stage[0] not in names]
    lines += ["", f"![Processor time of both against the number of required pairs]({chart_name})", "",
              "Processor seconds of each step, and the peak of memory in MB up to its end:", "",
              f"| step | {' | '.join(r['size'] + ' s | ' + r['size'] + ' MB' for r in results)} |", f"|---|{'--:|--:|' * len(results)}"]
    for name in names:
        cells = [next(((stage[2], stage[3]) for stage in r["stages"] if stage[0] == name), ("", "")) for r in results]
        lines.append(f"| {name} | {' | '.join(f'{cpu} | {peak}' for cpu, peak in cells)} |")
    return "\n".join(lines)


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--sizes", default="S,M,L,XL")
    arguments.add_argument("--runs", type=int, help="of each side; default: 5 at S, 3 at M, 1 at L and XL")
    arguments.add_argument("--tool", default=f"dotnet {ROOT}/artifacts/publish/GapAnalyzer.Cli/release/gap-analyzer.dll")
    arguments.add_argument("--work", default="/tmp/gap-analyzer-benchmark", help="datasets and results; datasets are kept")
    arguments.add_argument("--into", default=str(ROOT / "docs/benchmarks.md"))
    arguments.add_argument("--same-statistics", action="store_true", help="leave out of GapAnalyzer's report what the peer does not compute")
    given = arguments.parse_args()
    tool, work = shlex.split(given.tool), pathlib.Path(given.work)
    machine, results = versions(tool), []
    mark, chart_name = PLACES[given.same_statistics]
    start, end = f"<!-- {mark} -->", f"<!-- end {mark} -->"
    for size in given.sizes.split(","):
        data, logs = work / size, {name: work / f"{size}-{name}.log" for name in ("ours", "peer")}
        if not data.exists():
            subprocess.run(["/usr/bin/python3", HERE / "peers/generate.py", size, data], check=True)
        outs = {name: work / f"{size}-{name}" for name in logs}
        commands = {"ours": [*tool, "analyze", str(data), "-o", str(outs["ours"]), *SAME, "--verbose",
                             *(["--without", WITHOUT[size], "--max-table-rows", "1", "--shuffles", "1000"] if given.same_statistics else [])],
                    "peer": ["/usr/bin/python3", str(HERE / "peers/igraph_peer.py"), str(data), str(outs["peer"]), *PEER[size]]}
        runs = {"ours": [], "peer": []}
        for _ in range(given.runs or RUNS[size]):
            for name in runs:
                shutil.rmtree(outs[name], ignore_errors=True)
                runs[name].append(measure(commands[name], logs[name]))
                sys.stderr.write(f"{size} {name}: {runs[name][-1]}\n")
        told = outs["ours"] / "report.json"
        found = json.loads(told.read_text(encoding="utf-8")) if told.exists() else {}
        headline, network = found.get("headline", {}), found.get("network", {})
        results.append({
            "size": size, "ours": median(runs["ours"]), "peer": median(runs["peer"]), "stages": stages(logs["ours"]),
            "n": network.get("n", 0), "m": network.get("m", 0), "activities": found.get("dataset", {}).get("activities", 0),
            "required": headline.get("coordination_rate", {}).get("required", 0)})

        # After each size, so that a run that is broken off leaves what it has.
        into = pathlib.Path(given.into)
        text = into.read_text(encoding="utf-8") if into.exists() else "# Benchmarks\n"
        if start not in text:
            text += f"\n## Beside python-igraph\n\n{start}\n{end}\n"
        before, after = text.split(start)[0], text.split(end)[1]
        into.write_text(f"{before}{start}\n\n{report(results, machine, chart_name)}\n\n{end}{after}", encoding="utf-8")
        into.with_name(chart_name).write_text(chart(results), encoding="utf-8")


if __name__ == "__main__":
    main()
