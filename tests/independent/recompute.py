#!/usr/bin/env python3
"""Recomputes a dataset's required pairs, ties, gaps and cells straight from its CSV files. Shares nothing with the tool.

    recompute.py DATASET [--period year|quarter|month|all] [--place-level 1|2] [--ties both|joint|declared]
                 [--max-joint-participants 50] [--local-ties] [--funders-present] [--as-of YYYY-MM-DD] [--columns JSON|@FILE] [--top 50]
    recompute.py --table [--runs default,month] DATASET... > results.json       many datasets, each with several sets of options

DATASET is a tidy folder or one wide CSV. A wide file needs a column map: --columns, or the table WIDE below, keyed by file name.
Written from the published rules (words, ties, presence, cells; folding, dates, places, names), never from the tool's code, and slow and
plain on purpose. Prints JSON. Standard library only.
"""
import argparse
import calendar
import csv
import functools
import json
import re
import sys
import unicodedata
from collections import Counter, defaultdict
from datetime import date, timedelta
from pathlib import Path

csv.field_size_limit(10**8)

# ------------------------------------------------------------------------------------------------ text

MISSING = {"", "-", "--", "n/a", "na", "#n/a", "#value!", "#ref!", "tbd", "not specified", "no partner", "none", "(vide)", "null"}
NATIONWIDE = {"cobertura nacional", "national", "nationwide", "nacional", "countrywide", "toutes", "multiple"}
APOSTROPHES = "'\u2018\u2019\u02bc"


@functools.lru_cache(maxsize=None)
def fold(s):
    """NFKD, no marks, lower case, & = and, apostrophes and dots gone, the rest of the punctuation to single spaces."""
    t = unicodedata.normalize("NFKD", s)
    t = "".join(c for c in t if not unicodedata.combining(c)).lower()
    t = t.replace("&", " and ")
    t = "".join(c for c in t if c not in APOSTROPHES + ".")
    t = " ".join("".join(c if c.isalnum() else " " for c in t).split())
    return t or s.strip().lower()


def present(s):
    """The trimmed text, or None where the cell says nothing."""
    t = (s or "").strip()
    return None if t.lower() in MISSING else t


# ------------------------------------------------------------------------------------------------ records

def read_records(path, delimiter=None):
    """[(line where the record starts, [cells])], as the file has them, blank records included."""
    raw = Path(path).read_bytes()
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = raw.decode("cp1252")
    if delimiter is None:
        head = text.splitlines()[:25]
        delimiter = max(",;\t|", key=lambda d: sum(l.count(d) for l in head))
    lines = re.findall(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$", text)
    out, start = [], 1
    reader = csv.reader(iter(lines), delimiter=delimiter)
    for row in reader:
        out.append((start, row))
        start = reader.line_num + 1
    return out


# ------------------------------------------------------------------------------------------------ dates

MONTHS = {}
for names in (
        "january february march april may june july august september october november december",
        "jan feb mar apr may jun jul aug sep oct nov dec",
        "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre",
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
        "janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro"):
    for i, w in enumerate(names.split(), 1):
        MONTHS[w] = i
MONTHS.update(janv=1, ene=1, fevr=2, fev=2, avr=4, abr=4, juil=7, ago=8, sept=9, set=9, out=10, dic=12, dez=12)

DAY, MONTH, YEAR = 0, 1, 2
MACHINE_ZEROS = {date(1970, 1, 1), date(1899, 12, 30), date(1899, 12, 31)}    # and every day of 1900: a small number shown as a date
LONGEST_SPAN_YEARS = 30

# A span is (first day, last day, precision). The first year of ISO dates is 1000, of all other forms 1900; the last is 2100.
TIME = r"(?:[T ]\d{1,2}:\d{2}\S*)?"
ISO = re.compile(rf"(\d{{4}})([-/.])(\d{{1,2}})\2(\d{{1,2}}){TIME}")
DIGITS = re.compile(r"(\d{4})(\d{2})(\d{2})")
NUMERIC = re.compile(rf"(\d{{1,2}})([/.\-])(\d{{1,2}})[/.\-](\d{{4}}|\d{{2}}){TIME}")
MONTH_AND_NUMBER = re.compile(r"[^\W\d]+\.?\s+\d\d")               # 'June 11' alone may be a day or a year
SEPARATOR = re.compile(r"\s+to\s+|\s*[-\u2013\u2014]\s*", re.I)


def _day(y, m, d, earliest=1900):
    try:
        x = date(y, m, d)
    except ValueError:
        return None
    return (x, x, DAY) if x not in MACHINE_ZEROS and y != 1900 and earliest <= y <= 2100 else None


def _month(y, m, earliest=1900):
    return (date(y, m, 1), date(y, m, calendar.monthrange(y, m)[1]), MONTH) if 1 <= m <= 12 and earliest <= y <= 2100 else None


def _year(digits):
    """Of four digits, or of two: 70 to 99 are the last century's."""
    return int(digits) if len(digits) == 4 else int(digits) + (2000 if int(digits) < 70 else 1900)


def _worded(text, year, month):
    """A date with a month name: '11th June 2021', '14/June/19', 'June 11, 2021', 'June 2021', 'Jun-21'. What it lacks comes from year and month."""
    w = [x for x in fold(text).split() if x not in ("de", "of", "du", "del", "the", "le", "el")]
    month_at = [i for i, x in enumerate(w) if x in MONTHS]
    if len(month_at) > 1 or not all(x in MONTHS or re.fullmatch(r"\d{1,2}(st|nd|rd|th|er)?|\d{4}", x) for x in w):
        return None
    number = lambda x: int(re.match(r"\d+", x)[0])
    if not month_at:
        return _day(year, month, number(w[0])) if len(w) == 1 and not re.fullmatch(r"\d{4}", w[0]) and year and month else None
    mo, before, after = MONTHS[w[month_at[0]]], w[:month_at[0]], w[month_at[0] + 1:]
    four = lambda x: re.fullmatch(r"\d{4}", x)
    two = lambda x: re.fullmatch(r"\d\d", x)
    if len(before) == 1 and len(after) == 1 and not four(before[0]) and (four(after[0]) or two(after[0])):      # 11 June 2021, 14 June 19
        return _day(_year(after[0]), mo, number(before[0]))
    if not before and len(after) == 2 and not four(after[0]) and four(after[1]):                                # June 11, 2021
        return _day(_year(after[1]), mo, number(after[0]))
    if len(before) == 1 and four(before[0]) and len(after) < 2:                                                 # 2021 June 11, 2021 June
        return _day(_year(before[0]), mo, number(after[0])) if after and not four(after[0]) else None if after else _month(_year(before[0]), mo)
    if not before and len(after) == 1 and (four(after[0]) or re.fullmatch(r"[^\W\d]+\.?[-' /]\d\d", text.strip())):    # June 2021, Jun-21
        return _month(_year(after[0]), mo)
    if len(before) + len(after) == 1 and not four((before + after)[0]):                                         # 11 June, June 11
        return _day(year, mo, number((before + after)[0])) if year else None
    return _month(year, mo) if year and not before and not after else None


def _single(t, dayfirst, year=None, month=None):
    m = ISO.fullmatch(t)
    if m:
        return _day(int(m[1]), int(m[3]), int(m[4]), 1000)
    m = re.fullmatch(r"(\d{4})[-/.](\d{1,2})", t)
    if m:
        return _month(int(m[1]), int(m[2]), 1000)
    m = DIGITS.fullmatch(t)
    if m:
        return _day(int(m[1]), int(m[2]), int(m[3]))
    m = re.fullmatch(r"(\d{1,2})[-/.](\d{4})", t)
    if m:
        return _month(int(m[2]), int(m[1]))
    if re.fullmatch(r"\d{4}", t):
        return (date(int(t), 1, 1), date(int(t), 12, 31), YEAR) if 1900 <= int(t) <= 2100 else None
    m = re.fullmatch(r"(\d{4})[- ]?[QT]([1-4])|[QT]([1-4])[- /]?(\d{4})", t, re.I)
    if m:
        y, q = int(m[1] or m[4]), int(m[2] or m[3])
        first, last = _month(y, q * 3 - 2), _month(y, q * 3)
        return (first[0], last[1], MONTH) if first else None
    m = re.fullmatch(r"(\d{5})(?:\.\d+)?", t)
    if m:
        x = date(1899, 12, 30) + timedelta(days=int(m[1]))
        return _day(x.year, x.month, x.day) if 20000 <= int(m[1]) <= 60000 else None
    m = NUMERIC.fullmatch(t)
    if m:
        a, b = int(m[1]), int(m[3])
        return _day(_year(m[4]), *((b, a) if dayfirst else (a, b)))
    return _worded(t, year, month)


def day_first(columns):
    """{column: whether the day comes first}: by its own proof (a number above 12); without one, by that of the others where they agree; else yes."""
    proofs = {}
    for name, values in columns.items():
        found = [(int(m[1]), int(m[3])) for m in (NUMERIC.fullmatch((v or "").strip()) for v in values) if m]
        proofs[name] = {a > 12 for a, b in found if (a > 12) != (b > 12)}
    clear = {next(iter(p)) for p in proofs.values() if len(p) == 1}
    return {name: next(iter(p)) if len(p) == 1 else next(iter(clear)) if not p and len(clear) == 1 else True for name, p in proofs.items()}


def parse_date(text, dayfirst=True, as_of=None):
    """(first day, last day, precision), or None where the text is no date. In a range, the start borrows what it lacks from the end."""
    t = present(text)
    if t is None:
        return None
    t, year = " ".join(t.split()).rstrip(".,"), as_of.year if as_of else None
    dated = lambda text: None if MONTH_AND_NUMBER.fullmatch(text) else _single(text, dayfirst, year)
    one = dated(t)
    if one:
        return one
    for cut in SEPARATOR.finditer(t):
        left, right = t[:cut.start()].strip(), t[cut.end():].strip()
        if not left or not right:
            continue
        last = dated(right)
        first = _single(left, dayfirst, last[1].year, last[1].month if last[2] == DAY else None) if last else None
        if first is None:                               # 'June 7-14, 2019': here the end borrows its month
            m = re.fullmatch(r"(.*\D)(\d{1,2})", left)
            month = MONTHS.get(fold(m[1])) if m else None
            g = re.fullmatch(r"(\d{1,2}),? (\d{4})", right)
            if month and g:
                first, last = _day(int(g[2]), month, int(m[2])), _day(int(g[2]), month, int(g[1]))
        if first and last and first[0] <= last[1]:
            return (first[0], last[1], max(first[2], last[2]))
    return None


def date_span(start_text, end_text, start_dayfirst, end_dayfirst, as_of):
    s, e = parse_date(start_text, start_dayfirst, as_of), parse_date(end_text, end_dayfirst, as_of)
    if s is None:
        return None
    first, last, precision = (s[0], e[1], max(s[2], e[2])) if e else s
    too_long = (last.year, last.month, last.day) >= (first.year + LONGEST_SPAN_YEARS, first.month, first.day)
    return None if last < first or too_long else (first, last, precision)


def period_days(label):
    """(first day, last day) of '2024', '2024-Q2' or '2024-05'."""
    span = _single(label, True)
    return span[0], span[1]


def touches(a, b):
    """Whether two periods have a day in common; 'all' has every day."""
    if "all" in (a, b):
        return True
    (a1, a2), (b1, b2) = period_days(a), period_days(b)
    return a1 <= b2 and b1 <= a2


def periods_of(span, grain):
    """The periods an activity is present in; [] where its date is unknown at this grain."""
    if grain == "all":
        return ["all"]
    if span is None or (grain in ("quarter", "month") and span[2] > MONTH):
        return []
    first, last = span[0], span[1]
    if grain == "year":
        return [str(y) for y in range(first.year, last.year + 1)]
    months = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    if grain == "month":
        return [f"{m // 12}-{m % 12 + 1:02d}" for m in months]
    return sorted({f"{m // 12}-Q{m % 12 // 3 + 1}" for m in months})


# ------------------------------------------------------------------------------------------------ sectors

PHRASES = {
    "Academic": ["academic", "academia", "academique", "academico", "university", "universite", "academic institution", "80"],
    "Donor": ["donor", "donors", "donante", "donantes", "bailleur", "bailleurs", "bailleur de fonds", "doador", "doadores"],
    "Embassy": ["embassy", "ambassade", "embajada", "embaixada"],
    "Government": ["government", "gov", "govt", "gouvernement", "gobierno", "governo", "local government", "other public sector",
                   "autre institution etatique", "10", "11", "15"],
    "International NGO": ["international ngo", "international ngos", "ingo", "ingos", "ong internationale", "ong internationales", "ong internacional",
                          "ong internacionales", "ongs internacionais", "ongs internacionales", "ong int", "regional ngo", "21", "23"],
    "National NGO": ["national ngo", "national ngos", "nngo", "nngos", "ong nationale", "ong nationales", "ong nacional", "ong nacionales", "ongs nacionais",
                     "ong nat", "partner country ngo", "partner country based ngo", "22", "24"],
    "Local NGO": ["local ngo", "local ngos", "ong locale", "ong local"],
    "International Organization": ["international organization", "international organisation", "io", "organisation internationale",
                                   "organizacion internacional", "multilateral", "40"],
    "Media": ["media", "medias", "medios", "medios de comunicacion"],
    "Military": ["military", "militaire", "militar"],
    "Private sector": ["private sector", "private", "secteur prive", "sector privado", "setor privado", "public private partnership", "30", "70", "71", "72", "73"],
    "Red Cross/Red Crescent": ["red cross red crescent", "red cross", "red crescent", "red cross red crescent movement", "red cross movement",
                               "red cross movment", "croix rouge", "mouvement croix rouge", "mouvements de la croix rouge", "mouvement de la croix rouge", "cruz roja",
                               "movimiento de la cruz roja media luna roja", "cruz vermelha crescente vermelho"],
    "Religious": ["religious", "faith based", "faith based organization", "faith based organisation", "religieux", "iglesia grupo religioso"],
    "United Nations": ["united nations", "un", "un agency", "un agencies", "nations unies", "agence des nations unies", "agences des nations unies",
                       "agence du systeme des nations unies", "naciones unidas", "nacoes unidas", "agencias das nacoes unidas"],
    "Civil society": ["civil society", "civile society", "societe civile", "sociedad civil", "sociedade civil", "civil society organization", "civil society organisation"],
    "Law enforcement": ["law enforcement"],
    "Judiciary": ["judiciary"],
    "Other": ["other", "otro", "otros", "autre", "autres", "outro", "outros", "90"],
}
VOCABULARY = {p: s for s, ps in PHRASES.items() for p in ps}
UNKNOWN = "Unknown"


class Sectors:
    """Organisation type -> sector: the dataset's own map, then the vocabulary, then the type as most often written."""

    def __init__(self, own_map):
        self.own = {fold(k): v for k, v in (own_map or {}).items()}
        self.spelling = defaultdict(Counter)

    def key(self, text):
        t = present(text)
        if t is None:
            return None
        f = fold(t)
        if f in self.own:
            return ("named", self.own[f])
        if f in VOCABULARY:
            return ("named", VOCABULARY[f])
        self.spelling[f][t] += 1
        return ("as given", f)

    def show(self, key):
        return key[1] if key[0] == "named" else most(self.spelling[key[1]])


def most(counter):
    """The most frequent; ties by ordinal order."""
    return min(counter, key=lambda k: (-counter[k], k))


# ------------------------------------------------------------------------------------------------ the model

LEAD, COHOST, IMPL, FUNDER, OTHER = "lead", "cohost", "implementing", "funder", "participant"


class Model:
    def __init__(self):
        self.orgs = {}            # key -> {name, sector}
        self.activities = []      # {id, theme, place1, place2, span, people {org key: set of roles}, at {org key: [file:line]}}
        self.ties = []            # (a, b, strength, first day or None, last day or None)
        self.needs = []           # {theme, place1, place2, period, in_need, severity}
        self.expected = []        # {theme, place or None}
        self.theme_name, self.place_name = defaultdict(Counter), defaultdict(Counter)
        self.rows = Counter()
        self.notes = Counter()
        self.note_examples = defaultdict(Counter)

    def note(self, kind, text=None):
        self.notes[kind] += 1
        if text is not None:
            self.note_examples[kind][text] += 1


class Places:
    """Place identity at levels 1 and 2: (level, scope, folded name), the scope of level 2 being the place of level 1. Codes never merge names.

    add() every row, then settle(), then of(). A code without a name is the place whose name holds at least 80 % of the named rows with that
    code, else a place of its own: at level 2 one in each level 1 place that the code stands in alone. A nationwide name is no place, whatever its code.
    """

    def __init__(self, model):
        self.rows, self.model, self.named_by, self.bare_in = [], model, {}, defaultdict(set)

    def add(self, n1, c1, n2, c2):
        self.rows.append((n1, c1, n2, c2))

    def settle(self):
        for level in (1, 2):
            if level == 2:
                for n1, c1, n2, c2 in self.rows:
                    if present(c2) and not present(n2) and self.of(1, n1, c1, n2, c2):
                        self.bare_in[present(c2).upper()].add(self.of(1, n1, c1, n2, c2))
            seen = defaultdict(Counter)
            for n1, c1, n2, c2 in self.rows:
                name, code = ((n1, c1), (n2, c2))[level - 1]
                p = self.of(level, n1, c1, n2, c2)
                if present(name) and p:
                    self.model.place_name[p][present(name)] += 1
                    if present(code):
                        seen[present(code).upper()][p] += 1
            for code, at in seen.items():
                top = most(at)
                if at[top] * 100 >= 80 * sum(at.values()):
                    self.named_by[level, code] = top

    def of(self, level, n1, c1, n2, c2):
        name, code = ((n1, c1), (n2, c2))[level - 1]
        name, code = present(name), present(code)
        if name:
            scope = self.of(1, n1, c1, n2, c2) if level == 2 else None
            return None if fold(name) in NATIONWIDE else (level, scope, fold(name))
        if code:
            scope = self.of(1, n1, c1, n2, c2) if level == 2 and len(self.bare_in[code.upper()]) > 1 else None
            return self.named_by.get((level, code.upper()), (level, scope or "code", code.upper()))
        return None


# ------------------------------------------------------------------------------------------------ wide files

TAG = re.compile(r"^\s*(#[A-Za-z][_0-9A-Za-z]*)((?:\s*\+[A-Za-z][_0-9A-Za-z]*)*)\s*$")
TOTALS = {"total", "totals", "grand total", "sous total", "total general"}

# Which column is what. A column is named by its tag or header (trimmed, exactly as the file has it) or by its number from 0.
WIDE = {
    "afghanistan_2021_q3.csv": dict(
        orgs=[dict(role=IMPL, name="#org +name", acronym="#org +acronym", type="#org +type +name")],
        theme="#sector +cluster +name", adm1=["#adm1+name", "#adm1+code"], adm2=["#adm2+name", "#adm2+code"]),
    "burkina_5w_feb2022.csv": dict(
        orgs=[dict(role=LEAD, name="#org+name"), dict(role=IMPL, name="#org+partner"), dict(role=FUNDER, name="#org+funding")],
        theme="#sector", adm1=["#adm1+name", None], adm2=["#adm2+name", None]),
    "cameroon_5w_nwsw_raw.csv": dict(
        orgs=[dict(role=LEAD, name="Programme Organization"),
              dict(role=IMPL, name="Implementing Full Org. Name", acronym="Implementing Organization", type="Implementing Org type"),
              dict(role=FUNDER, name="Donor")],
        theme="Sectors", adm1=["Admin1", "Admin1_Pcode"], adm2=["Admin2", "Admin2_Pcode"], start=["Start Date"], end="End Date"),
    "colombia_4w_2021.csv": dict(
        orgs=[dict(role=LEAD, name="#org+leader"),
              dict(role=IMPL, name="Organización implementadora", acronym="#org+impl", type="Tipo de organización implementadora")],
        theme="#sector", adm1=["#adm1+name", "#adm1+code"], adm2=["#adm2+name", "#adm2+code"],
        start=["Fecha de Inicio de la actividad (dd/mm/aaaa)", "#date+month+cycle"], end=30),
    "drc_3w_jan2022.csv": dict(
        orgs=[dict(role=IMPL, name="Nom acteur", acronym="Acronyme Acteur", type="Type_organisation")],
        theme="Nom cluster", adm1=["Province", "ID Province"], adm2=["Territoire", "ID Territoire"], start=["Date de début*"], end="Date de fin*"),
    "haiti_3w_2020.csv": dict(
        orgs=[dict(role=IMPL, name="ORG_NAME_en", acronym="ORG_ACRONYM_en", type="ORG_TYPE_en")],
        theme="SECTORS_en", adm1=["admin1NAME_en", "adm1code"], adm2=["admin2NAME_en", "adm2code"]),
    "honduras_2021.csv": dict(
        orgs=[dict(role=IMPL, name="#org +name", type="TIPO DE ORGANIZACIÓN IMPLEMENTADORA"), dict(role=FUNDER, name="ORGANIZACIÓN DONANTE")],
        theme="#sector +name", adm1=["#adm1 +name", "#adm1 +pcode"], adm2=["#adm2 +name", "#adm2 +pcode"],
        start=["FECHA DE INICIO"], end="FECHA DE FINALIZACIÓN"),
    "mali_5w_mar2022.csv": dict(
        orgs=[dict(role=IMPL, name="#org+name")], theme=None, adm1=["#adm1+name", "#adm1+code"], adm2=["#adm2+name", "#adm2+code"]),
    "mozambique_2019_response_tracking.csv": dict(
        orgs=[dict(role=FUNDER, name="#org +funder +name", type="#org +funder +type +name"),
              dict(role=IMPL, name="#org +impl +name", type="#org +impl +type +name")],
        theme="#sector +cluster +name", adm1=["#adm1 +name", "#adm1 +code"], adm2=["#adm2 +name", "#adm2 +code"],
        start=["#date +start"], end="#date +end", activity_id="#activity +activity +code"),
    "somalia_3w_mar2022.csv": dict(
        orgs=[dict(role=IMPL, name="#org+name", type="#org+type")],
        theme="#sector+cluster+name", adm1=["#adm1+name", None], adm2=["#adm2+name", None]),
    "south_sudan_3w_q1_2022.csv": dict(
        orgs=[dict(role=LEAD, name="#org+reporting+name", acronym="#org+reporting", type="#org+reporting+type")],
        theme="Name", adm1=["#adm1+name", "#adm1+code"], adm2=["#adm2+name", "#adm2+code"], start=["#date"]),
    "sudan_3w_2020.csv": dict(
        orgs=[dict(role=IMPL, name="#org", type="#org+type")], theme="#sector", adm1=["#adm1+name", None], adm2=["#adm2+name", None]),
    "3w-hxl.csv": dict(
        orgs=[dict(role=LEAD, name="#org+prog", type="#org+type+prog"),
              dict(role=IMPL, name="#org+name+impl", acronym="#org +impl +acronym", type="#org+type+impl"), dict(role=FUNDER, name="#org+funder")],
        theme="#sector+cluster", adm1=["#adm1+name", "#adm1+code"], adm2=["#adm2 +name", "#adm2+code"], start=["#date+start"], end="#date+end"),
}


def is_tag_row(cells):
    full = [c for c in cells if c.strip()]
    return bool(full) and 2 * sum(bool(TAG.match(c)) for c in full) >= len(full)


def is_word_of(acronym, name):
    return f" {acronym} " in f" {name} "


def find_data(records):
    """(index of the first data record, [header rows that name columns])."""
    for i, (_, cells) in enumerate(records[:25]):
        if is_tag_row(cells):
            j = i + 1
            while j < len(records) and any(c.strip() for c in records[j][1]) and all(TAG.match(c) for c in records[j][1] if c.strip()):
                j += 1
            return j, [records[i][1]] + ([records[i - 1][1]] if i else [])
    return 1, [records[0][1]]


def read_wide(path, columns, as_of, literal_splits=False):
    """One wide table.

    A cell that would split while the same row gives exactly one acronym for it is one organisation (name and acronym of a row are one
    organisation): 'Action Against Hunger | ACF-USA' with acronym AAH, or a name broken over three lines. literal_splits splits all the same.
    """
    m = Model()
    file = Path(path).name
    records = read_records(path)
    first, heads = find_data(records)

    def col(name):
        if name is None or isinstance(name, int):
            return name
        for h in heads:
            for i, c in enumerate(h):
                if c.strip() == name.strip():
                    return i
        raise SystemExit(f"{file}: no column {name!r}; columns are {heads}")

    spec = [(o["role"], col(o.get("name")), col(o.get("acronym")), col(o.get("type"))) for o in columns["orgs"]]
    theme = col(columns.get("theme"))
    a1n, a1c = (col(c) for c in columns.get("adm1", [None, None]))
    a2n, a2c = (col(c) for c in columns.get("adm2", [None, None]))
    starts, end, act_id = [col(c) for c in columns.get("start", [])], col(columns.get("end")), col(columns.get("activity_id"))

    data = records[first:]
    m.rows["read"] = len(data)
    width = max(len(r) for _, r in records)
    rows = []
    for line, cells in data:
        cells = cells + [""] * (width - len(cells))
        lead_cell = next((c for c in cells if c.strip()), None)
        if lead_cell is None:
            m.rows["blank"] += 1
        elif fold(lead_cell) in TOTALS:
            m.rows["totals"] += 1
        else:
            rows.append((line, cells))

    def cell(cells, i):
        return cells[i] if i is not None else ""

    # Date column: the first that has any usable value.
    dayf = day_first({i: [r[i] for _, r in rows] for i in starts + [end] if i is not None})
    start = next((i for i in starts if any(parse_date(r[i], dayf[i], as_of) for _, r in rows)), None)

    # Names known in the file, for the '/' rule.
    def pieces(text):
        if present(text) is None:
            return []
        return [p for p in (present(x) for x in re.split(r"[;|\n]", text)) if p]

    known = set()
    for _, r in rows:
        for _, n, a, _ in spec:
            for i in (n, a):
                known.update(fold(p) for p in pieces(cell(r, i)) if "/" not in p)

    def split(text, slash=True):
        out = []
        for p in pieces(text):
            parts = [x.strip() for x in p.split("/")]
            if slash and len(parts) > 1 and all(x and fold(x) in known for x in parts):
                m.note("slash split", p)
                out.extend(parts)
            else:
                if "/" in p:
                    m.note("slash kept", p)
                out.append(p)
        return out

    def references(r, n, a, t):
        """[(name or None, acronym or None, type or None)] of one role in one row."""
        names, acrs = split(cell(r, n)), split(cell(r, a))
        if len(names) > 1 and len(acrs) == 1 and ";" not in cell(r, n) and not literal_splits:
            m.note("one acronym, so one organisation", f"{cell(r, n)} | {cell(r, a)}")
            names = [" ".join(cell(r, n).split())]
        if names and acrs and len(names) != len(acrs):
            plain = split(cell(r, n), False), split(cell(r, a), False)
            if len(plain[0]) == len(plain[1]):
                names, acrs = plain
            else:
                m.note("names and acronyms differ in number", f"{cell(r, n)} | {cell(r, a)}")
                acrs = [None] * len(names)
        k = max(len(names), len(acrs))
        names, acrs = names or [None] * k, acrs or [None] * k
        types = pieces(cell(r, t))
        types = types if len(types) == k else [None] * k        # one type beside several organisations: whose is it?
        return list(zip(names, acrs, types))

    refs = [[(role, references(r, n, a, t)) for role, n, a, t in spec] for _, r in rows]

    # What each acronym means, from rows that give both.
    names_of, acronyms_of, acronyms = defaultdict(set), defaultdict(set), set()
    for row in refs:
        for _, items in row:
            for n, a, _ in items:
                if a:
                    acronyms.add(fold(a))
                    if n and fold(n) != fold(a):
                        names_of[fold(a)].add(fold(n))
                        acronyms_of[fold(n)].add(fold(a))
                        if is_word_of(fold(a), fold(n)):        # CARITAS | Caritas Kalemie: CARITAS alone is some Caritas or other
                            names_of[fold(a)].add(fold(a))

    def identity(n, a, row):
        fn, fa = (fold(n) if n else None), (fold(a) if a else None)
        if fn and fn != fa and not (fn in acronyms and not (acronyms_of[fn] - {fn})):
            return fn
        bare = fn if fn else fa
        here = {fold(n2) for _, items in row for n2, a2, _ in items if n2 and a2 and fold(a2) == bare and fold(n2) != bare}
        if len(here) == 1:
            return here.pop()
        if len(names_of[bare]) == 1:
            return next(iter(names_of[bare]))
        if len(names_of[bare]) > 1:
            m.note("acronym collision", bare)
        return bare

    sectors = Sectors(None)
    spellings, kinds, roles_seen = defaultdict(Counter), defaultdict(Counter), defaultdict(set)
    places = Places(m)
    for _, r in rows:
        places.add(cell(r, a1n), cell(r, a1c), cell(r, a2n), cell(r, a2c))
    places.settle()

    by_key = {}
    for (line, r), row in zip(rows, refs):
        people = defaultdict(set)
        for role, items in row:
            for n, a, t in items:
                org = identity(n, a, row)
                people[org].add(role)
                roles_seen[org].add(role)
                if n and fold(n) == org:
                    spellings[org][" ".join(n.split())] += 1
                elif a and fold(a) == org:
                    spellings[org][" ".join(a.split())] += 1
                s = sectors.key(t)
                if s:
                    kinds[org][s] += 1
        if not people:
            m.rows["without organisation"] += 1
            continue
        th = present(cell(r, theme))
        if th:
            m.theme_name[fold(th)][th] += 1
        span = date_span(cell(r, start), cell(r, end), dayf.get(start, True), dayf.get(end, True), as_of)
        stand_in = next((i for i in starts if i != start and present(r[i])), None)
        if start is not None and stand_in is not None and not present(r[start]):    # a month or year where the start is not given
            span = parse_date(r[stand_in], dayf[stand_in], as_of)
            span = span and (span[0].replace(day=1), _month(span[0].year, span[0].month)[1], MONTH)
        if start is not None and span is None and present(r[start]):
            m.note("date unknown", f"{r[start].strip()} .. {cell(r, end).strip()}")
        given = present(cell(r, act_id))
        key = ("id", given) if given else ("row", tuple(c.strip() for c in r))
        at = f"{file}:{line}"
        if key in by_key:
            act = by_key[key]
            if not given:
                m.rows["exact repeats"] += 1
            for o, rs in people.items():
                act["people"][o] |= rs
                act["at"][o].append(at)
            continue
        act = dict(id=at, theme=fold(th) if th else None, span=span, people=people, at=defaultdict(list, {o: [at] for o in people}),
                   place1=places.of(1, cell(r, a1n), cell(r, a1c), cell(r, a2n), cell(r, a2c)),
                   place2=places.of(2, cell(r, a1n), cell(r, a1c), cell(r, a2n), cell(r, a2c)))
        by_key[key] = act
        m.activities.append(act)

    for org, seen in roles_seen.items():
        if kinds[org]:
            best = min(kinds[org], key=lambda k: (-kinds[org][k], sectors.show(k)))
            sector = sectors.show(best)
            if len(kinds[org]) > 1:
                m.note("organisation with several types", org)
        else:
            sector = "Donor" if seen == {FUNDER} else UNKNOWN
        m.orgs[org] = dict(name=most(spellings[org]) if spellings[org] else org, sector=sector)
    return m


# ------------------------------------------------------------------------------------------------ tidy folders

HEADS = {"stakeholderid": "stakeholder_id", "orgid": "stakeholder_id", "organisationid": "stakeholder_id", "organizationid": "stakeholder_id",
         "stakeholder": "stakeholder", "organization": "stakeholder", "organisation": "stakeholder", "org": "stakeholder",
         "theme": "theme", "pillar": "theme", "cluster": "theme", "orga": "from", "orgb": "to", "sourceid": "from", "targetid": "to",
         "from": "from", "to": "to", "start": "start_date", "end": "end_date", "startdate": "start_date", "enddate": "end_date",
         "location": "location", "place": "location", "district": "location"}
ROLE = {"lead": LEAD, "cohost": COHOST, "funder": FUNDER, "1": FUNDER, "implementing": IMPL, "4": IMPL}


def read_tidy_table(folder, name, m):
    path = folder / name
    if not path.exists():
        return []
    records = read_records(path)
    squash = lambda h: re.sub(r"[ _\-]", "", h.strip().lower())
    heads = [HEADS.get(squash(h), h.strip().lower().replace(" ", "_").replace("-", "_")) for h in records[0][1]]
    out = []
    for line, cells in records[1:]:
        m.rows["read"] += 1
        if not any(c.strip() for c in cells):
            m.rows["blank"] += 1
            continue
        row = {h: c for h, c in zip(heads, cells)}
        row["@"] = f"{name}:{line}"
        out.append(row)
    return out


def read_tidy(folder, as_of, config):
    folder, m = Path(folder), Model()
    sectors = Sectors(config.get("sector_map"))
    by_text, ids = {}, {}
    stakeholder_rows = read_tidy_table(folder, "stakeholders.csv", m)
    for r in stakeholder_rows:
        name = r.get("name") or r.get("stakeholder")
        key = present(r.get("stakeholder_id")) or fold(name)
        sector = present(r.get("sector"))
        if not sector:
            s = sectors.key(r.get("org_type"))
            sector = sectors.show(s) if s else UNKNOWN
        m.orgs[key] = dict(name=name.strip(), sector=sector)
        ids[key] = key
    for r in stakeholder_rows:
        name = r.get("name") or r.get("stakeholder")
        key = present(r.get("stakeholder_id")) or fold(name)
        for t in [name, r.get("acronym")] + (r.get("aliases") or "").split(";"):
            if present(t):
                by_text.setdefault(fold(t), key)
    for r in read_tidy_table(folder, "aliases.csv", m):
        target = by_text.get(fold(r["canonical"]))
        if target:
            by_text.setdefault(fold(r["alias"]), target)
        else:
            m.note("alias without target", r["alias"])

    def who(*texts):
        for t in texts:
            if present(t):
                if t.strip() in ids:
                    return t.strip()
                if fold(t) in by_text:
                    return by_text[fold(t)]
        return None

    act_rows, need_rows = read_tidy_table(folder, "activities.csv", m), read_tidy_table(folder, "needs.csv", m)
    places = Places(m)
    pcols = ("admin1_name", "admin1_code", "admin2_name", "admin2_code")
    place_of = lambda r: tuple(r.get(c, "") or "" for c in pcols)
    for r in act_rows + need_rows:
        places.add(*place_of(r))
    places.settle()
    dayf = day_first({c: [r.get(c) for r in act_rows] for c in ("start_date", "end_date")})
    acts = {}
    for r in act_rows:
        th = present(r.get("theme"))
        if th:
            m.theme_name[fold(th)][th] += 1
        span = date_span(r.get("start_date"), r.get("end_date"), dayf["start_date"], dayf["end_date"], as_of)
        acts[r["activity_id"].strip()] = dict(
            id=r["activity_id"].strip(), theme=fold(th) if th else None, span=span, people=defaultdict(set), at=defaultdict(list),
            place1=places.of(1, *place_of(r)), place2=places.of(2, *place_of(r)))
    for r in read_tidy_table(folder, "participations.csv", m):
        org, act = who(r.get("stakeholder_id"), r.get("stakeholder")), acts.get((r.get("activity_id") or "").strip())
        if org is None or act is None:
            m.note("participation without target", r["@"])
            continue
        for role in (r.get("role") or "").split(";"):
            act["people"][org].add(ROLE.get(role.strip().lower().replace("-", ""), OTHER))
        act["at"][org].append(r["@"])
    m.activities = list(acts.values())
    for r in read_tidy_table(folder, "ties.csv", m):
        a, b = who(r.get("from")), who(r.get("to"))
        if a is None or b is None or a == b:
            m.note("tie left out", r["@"])
            continue
        since, until = (parse_date(r.get(end), True, as_of) for end in ("since", "until"))
        m.ties.append((a, b, float(present(r.get("strength")) or 1), since and since[0], until and until[1]))
    number = lambda s: float(present(s).replace(",", "").replace(" ", "")) if present(s) else None
    for r in need_rows:
        th = present(r.get("theme"))
        m.needs.append(dict(theme=fold(th) if th else None, place1=places.of(1, *place_of(r)), place2=places.of(2, *place_of(r)),
                            period=present(r.get("period")), in_need=number(r.get("in_need")), severity=number(r.get("severity")), reached=number(r.get("reached"))))
        if th:
            m.theme_name[fold(th)][th] += 1
    named = {}
    for p, names in m.place_name.items():
        for n in names:
            named.setdefault(fold(n), []).append(p)
    for r in read_tidy_table(folder, "expectations.csv", m):
        th, pl = present(r.get("theme")), present(r.get("location"))
        m.expected.append(dict(theme=fold(th), places=named.get(fold(pl), []) if pl else None, sector=present(r.get("sector"))))
    return m


# ------------------------------------------------------------------------------------------------ the measures

def analyse(m, grain="year", level=1, kinds="both", most_joint=50, funders_present=False, top=50, graph=None, local_ties=False):
    """The measures; a dict given as graph gets who is where, who has to be tied and who is, for recompute_statistics.py."""
    place_key = f"place{level}"
    acts = m.activities
    is_funder = lambda roles: roles == {FUNDER}

    absent = []
    if not any(a["theme"] for a in acts):
        absent.append("theme")
    if not any(a[place_key] for a in acts):
        absent.append("place")
    if grain != "all" and not any(periods_of(a["span"], grain) for a in acts):
        absent.append("date")

    # Presence.
    arenas = defaultdict(lambda: defaultdict(list))     # arena -> org -> [activity]
    cell_acts, everyone = defaultdict(set), defaultdict(set)    # (theme, place) -> activities, organisations
    unplaced = Counter()
    for i, a in enumerate(acts):
        th = "all" if "theme" in absent else a["theme"]
        pl = "all" if "place" in absent else a[place_key]
        ps = ["all"] if "date" in absent else periods_of(a["span"], grain)
        if not th:
            unplaced["theme"] += 1
        if not pl:
            unplaced["place"] += 1
        if not ps:
            unplaced["date"] += 1
        there = [o for o, roles in a["people"].items() if funders_present or not is_funder(roles)]
        if th and pl:                                   # a cell is over all periods: it needs no date
            cell_acts[(th, pl)].add(i)
            everyone[(th, pl)].update(there)
        if not (th and pl and ps):
            unplaced["any"] += 1
            continue
        for p in ps:
            here = arenas[(th, pl, p)]
            for o in there:
                here[o].append(i)

    # Need weights.
    people = any((n["in_need"] or 0) > 0 for n in m.needs)
    unit = "in_need" if people else "severity"
    add = (lambda x, y: x + y) if people else max
    need = {}                                            # (theme, place, period or None) -> amount
    if m.needs:
        rows = defaultdict(lambda: ([], []))              # (theme, place, period or None) -> amounts at the chosen level, and below it
        for n in m.needs:
            if n["theme"] is None and "theme" not in absent or n[unit] is None:
                continue
            finer = level == 1 and n["place2"] is not None
            if n[place_key]:
                rows[n["theme"] or "all", n[place_key], n["period"]][finer].append(n[unit])
        need = {k: functools.reduce(add, own or finer) for k, (own, finer) in rows.items()}
    positive = [v for v in need.values() if v > 0]
    mean_need = sum(positive) / len(positive) if positive else 1

    def weight(arena):
        """Need of the periods that touch the arena's, the largest; else the need given without a period; 1 where there is none."""
        th, pl, p = arena
        here = {q: v for (t, l, q), v in need.items() if (t, l) == (th, pl)}
        dated = [v for q, v in here.items() if q is not None and touches(q, p)]
        v = max(dated) if dated else here.get(None)
        return 1.0 if v is None else v / mean_need

    # Requirement.
    shared = defaultdict(list)
    for arena, who in arenas.items():
        names = sorted(who)
        for x in range(len(names)):
            for y in range(x):
                shared[(names[y], names[x])].append(arena)
    requirement = {k: sum(weight(a) for a in v) for k, v in shared.items()}
    required = {k for k, r in requirement.items() if r > 0}

    # Ties.
    ties, tie_kinds, too_large = defaultdict(float), defaultdict(set), 0
    made_in, made_anywhere = defaultdict(set), set()    # (theme, place) -> tied pairs; pairs that a row of the ties table names
    for a in acts:
        active = sorted(o for o, r in a["people"].items() if not is_funder(r))
        k = len(active)
        if k > most_joint:
            too_large += 1
            continue
        made = made_in["all" if "theme" in absent else a["theme"], "all" if "place" in absent else a[place_key]]
        if kinds in ("both", "joint") and k >= 2:
            for x in range(k):
                for y in range(x):
                    ties[(active[y], active[x])] += 1 / (k - 1)
                    tie_kinds[(active[y], active[x])].add("joint")
                    made.add((active[y], active[x]))
        if kinds in ("both", "declared"):
            leads = [o for o, r in a["people"].items() if LEAD in r] or [o for o, r in a["people"].items() if IMPL in r]
            for f in (o for o, r in a["people"].items() if is_funder(r)):
                for l in leads:
                    if l != f:
                        key = tuple(sorted((f, l)))
                        ties[key] += 1
                        tie_kinds[key].add("declared")
                        made.add(key)
    if kinds in ("both", "declared"):
        for a, b, s, *_ in m.ties:
            ties[tuple(sorted((a, b)))] += s
            tie_kinds[tuple(sorted((a, b)))].add("declared")
            made_anywhere.add(tuple(sorted((a, b))))
    measured = bool(ties)

    sector = {o: v["sector"] for o, v in m.orgs.items()}
    known = lambda o: sector[o] != UNKNOWN
    is_cross = lambda k: known(k[0]) and known(k[1]) and sector[k[0]] != sector[k[1]]

    def rate(pairs):
        q = [k for k in pairs]
        s = [k for k in q if k in ties]
        out = dict(required=len(q), satisfied=len(s) if measured else None, gaps=len(q) - len(s) if measured else 0)
        out["rate"] = len(s) / len(q) if q and measured else None
        total = sum(requirement[k] for k in q)
        out["weighted"] = sum(requirement[k] for k in s) / total if q and measured and total else None
        return out

    if graph is not None:
        graph.update(sector=sector, arenas={a: set(w) for a, w in arenas.items()}, requirement=requirement, met=dict(shared), weight=weight,
                     ties=dict(ties), absent=absent, place_key=place_key, tied_in={})

    sizes = Counter(sector.values())
    pairs = defaultdict(lambda: dict(ties=0, required=0, satisfied=0))
    pair_of = lambda k: tuple(sorted((sector[k[0]], sector[k[1]])))
    for k in ties:
        pairs[pair_of(k)]["ties"] += 1
    for k in required:
        p = pairs[pair_of(k)]
        p["required"] += 1
        p["satisfied"] += k in ties
    sector_pairs = []
    for (a, b), p in sorted(pairs.items()):
        poss = sizes[a] * (sizes[a] - 1) // 2 if a == b else sizes[a] * sizes[b]
        sector_pairs.append(dict(a=a, b=b, possible=poss, **p, gaps=p["required"] - p["satisfied"] if measured else 0))

    # Cells.
    cell_need = defaultdict(float)
    for (th, pl, _), v in need.items():
        cell_need[(th, pl)] = max(cell_need[(th, pl)], v)
    base = set(cell_acts) | set(cell_need)
    for e in m.expected:
        for pl in e["places"] or []:
            if pl[0] == level:
                base.add((e["theme"], pl))
    themes, all_places = {c[0] for c in base}, {c[1] for c in base}
    for e in m.expected:
        if e["places"] is None and e["theme"]:
            themes.add(e["theme"])
    expected_cell = lambda c: any(e["theme"] == c[0] and (e["places"] is None or c[1] in e["places"]) for e in m.expected)

    def tied_in(c):
        """Pairs whose tie counts in a cell: with local ties, those made there, and those that no theme or place is named for."""
        return made_in[c] | made_anywhere if local_ties else ties.keys()

    def components(who, tied):
        left, sizes_ = set(who), []
        while left:
            todo, n = [left.pop()], 1
            while todo:
                x = todo.pop()
                near = {y for y in left if tuple(sorted((x, y))) in tied}
                left -= near
                todo += near
                n += len(near)
            sizes_.append(n)
        return sizes_

    status, cells, cross_ties = Counter(), [], 0
    for th in sorted(themes):
        for pl in sorted(all_places, key=str):
            c = (th, pl)
            who = everyone.get(c, set())
            v = cell_need.get(c)
            known_sectors = {sector[o] for o in who if known(o)}
            tied = {(x, y) for x in who for y in who if x < y and (x, y) in tied_in(c)}
            cross_ties += sum(map(is_cross, tied))
            if not who:
                s = "uncovered" if (v or 0) > 0 or (v is None and expected_cell(c)) else "not needed" if v == 0 else "need unknown, none present"
            elif len(who) == 1:
                s = "single provider"
            elif len(known_sectors) < 2:
                s = "single sector" if all(known(o) for o in who) else "sectors unknown"
            elif not measured:
                s = "coordination unknown"
            elif not any(map(is_cross, tied)):
                s = "covered, uncoordinated"
            elif len(components(who, tied)) > 1:
                s = "fragmented"
            else:
                s = "coordinated"
            status[s] += 1
            cells.append(dict(theme=show_theme(m, th), place=show_place(m, pl), status=s, stakeholders=len(who), activities=len(cell_acts.get(c, ())),
                              sectors=len(known_sectors), need=v, who=sorted(who)))
            if graph is not None:
                graph["tied_in"][show_theme(m, th), show_place(m, pl)] = tied

    name = {o: v["name"] for o, v in m.orgs.items()}
    gaps = sorted((k for k in required if k not in ties), key=lambda k: (-requirement[k], -len(shared[k]), *sorted((name[k[0]], name[k[1]])))) if measured else []
    listed = []
    for k in gaps[:top]:
        k = tuple(sorted(k, key=lambda o: (name[o], o)))
        evidence = []
        met_in = shared[tuple(sorted(k))]
        for arena in sorted(met_in, key=str):
            where = lambda o: [line for i in arenas[arena][o] for line in acts[i]["at"][o]]
            evidence.append(dict(theme=show_theme(m, arena[0]), place=show_place(m, arena[1]), period=arena[2], a=where(k[0]), b=where(k[1])))
        listed.append(dict(a=k[0], b=k[1], name_a=name[k[0]], name_b=name[k[1]], sector_a=sector[k[0]], sector_b=sector[k[1]],
                           requirement=requirement[tuple(sorted(k))], shared_arenas=len(met_in), evidence=evidence))

    used = m.rows["read"] - m.rows["blank"] - m.rows["totals"] - m.rows["without organisation"]
    return dict(
        options=dict(period=grain, place_level=level, ties=kinds, max_joint_participants=most_joint, local_ties=local_ties, funders_present=funders_present),
        stakeholders=len(m.orgs), sectors=len([s for s in sizes if s != UNKNOWN]), sector_sizes=dict(sorted(sizes.items())),
        activities=len(acts), participations=sum(len(a["people"]) for a in acts),
        arenas=len(arenas), arenas_with_presence=sum(bool(w) for w in arenas.values()), absent_dimensions=absent, unplaced=dict(unplaced),
        ties=len(ties), ties_joint=sum("joint" in v for v in tie_kinds.values()), ties_declared=sum("declared" in v for v in tie_kinds.values()),
        ties_cross_sector=sum(is_cross(k) for k in ties), too_large_for_ties=too_large, strength_total=sum(ties.values()),
        themes=len({a["theme"] for a in acts if a["theme"]}), places=len({a[place_key] for a in acts if a[place_key]}),
        measured=measured, overall=rate(required), cross_sector=rate(k for k in required if is_cross(k)),
        excess_ties=sum(k not in required for k in ties), sector_pairs=sector_pairs,
        cells=len(cells), cells_with_presence=sum(c["stakeholders"] > 0 for c in cells), cell_status=dict(sorted(status.items())), cell_cross_sector_ties=cross_ties,
        rows=dict(m.rows, used=used), notes=dict(m.notes), note_examples={k: v.most_common(12) for k, v in m.note_examples.items()},
        gaps=listed, cell_list=cells)


def show_theme(m, t):
    return most(m.theme_name[t]) if m.theme_name.get(t) else t


def show_place(m, p):
    """The name, with the place above it in brackets where another place of that level has the same name."""
    if p == "all":
        return p
    if p not in m.place_name:
        return p[-1]
    name = most(m.place_name[p])
    twins = any(q != p and q[0] == p[0] and fold(q[-1]) == fold(p[-1]) for q in m.place_name)
    return f"{name} ({show_place(m, p[1])})" if twins and p[1] else name


def load(dataset, as_of=None, columns=None, literal_splits=False):
    path = Path(dataset)
    if path.is_dir():
        config_path = path / "dataset.json"
        config = json.loads(config_path.read_text("utf-8")) if config_path.exists() else {}
        as_of = as_of or config.get("as_of")
        return read_tidy(path, date.fromisoformat(as_of) if as_of else None, config), config
    columns = columns or WIDE.get(path.name)
    if not columns:
        raise SystemExit(f"{path.name}: give --columns")
    return read_wide(path, columns, date.fromisoformat(as_of) if as_of else None, literal_splits), {}


# The runs of --table: name -> what differs from the defaults.
RUNS = {
    "default": {}, "level2": dict(level=2), "all": dict(grain="all"), "quarter": dict(grain="quarter"), "month": dict(grain="month"),
    "all-level2": dict(grain="all", level=2), "joint": dict(kinds="joint"), "declared": dict(kinds="declared"),
    "funders-present": dict(funders_present=True), "max-joint-2": dict(most_joint=2),
    "local-ties": dict(local_ties=True), "local-ties-level2": dict(local_ties=True, level=2),
}


def table(datasets, top, wanted):
    """The wanted runs, or all of RUNS, on every dataset: {dataset: {run: numbers}}; the default run lists its gaps and cells."""
    out = {}
    for d in datasets:
        m, config = load(d)
        base = dict(grain=config.get("period", "year"), level=config.get("place_level", 1), most_joint=config.get("max_joint_participants", 50))
        runs = {}
        for run, options in ((run, RUNS[run]) for run in wanted or RUNS):
            r = analyse(m, **{**base, **options}, top=top)
            if run != "default":
                for k in ("gaps", "cell_list", "notes", "note_examples"):
                    del r[k]
            runs[run] = r
        if Path(d).is_file() and not wanted:
            r = analyse(load(d, literal_splits=True)[0], **base, top=0)
            runs["literal-splits"] = {k: v for k, v in r.items() if k not in ("gaps", "cell_list", "rows", "notes", "note_examples")}
        out[Path(d).name] = runs
    return out


def main():
    ap = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    ap.add_argument("dataset", nargs="+")
    ap.add_argument("--period", choices=["year", "quarter", "month", "all"])
    ap.add_argument("--place-level", type=int, choices=[1, 2])
    ap.add_argument("--ties", choices=["both", "joint", "declared"], default="both")
    ap.add_argument("--max-joint-participants", type=int)
    ap.add_argument("--local-ties", action="store_true")
    ap.add_argument("--funders-present", action="store_true")
    ap.add_argument("--as-of")
    ap.add_argument("--columns")
    ap.add_argument("--literal-splits", action="store_true", help="split organisation cells even where the row gives one acronym")
    ap.add_argument("--table", action="store_true", help="run every dataset with each set of options in RUNS")
    ap.add_argument("--runs", type=lambda names: names.split(","), help="with --table: only these of RUNS, separated by commas")
    ap.add_argument("--top", type=int, default=50)
    ap.add_argument("--cells", action="store_true", help="list every cell")
    o = ap.parse_args()
    if o.table:
        json.dump(table(o.dataset, o.top, o.runs), sys.stdout, indent=1, ensure_ascii=False)
        print()
        return
    columns = None
    if o.columns:
        columns = json.loads(Path(o.columns[1:]).read_text("utf-8") if o.columns.startswith("@") else o.columns)
    m, config = load(o.dataset[0], o.as_of, columns, o.literal_splits)
    out = analyse(m, o.period or config.get("period", "year"), o.place_level or config.get("place_level", 1), o.ties,
                  o.max_joint_participants or config.get("max_joint_participants", 50), o.funders_present, o.top, local_ties=o.local_ties)
    if not o.cells:
        del out["cell_list"]
    json.dump(out, sys.stdout, indent=1, ensure_ascii=False)
    print()


if __name__ == "__main__":
    main()
