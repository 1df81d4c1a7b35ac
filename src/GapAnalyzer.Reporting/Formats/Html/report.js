(() => {
  'use strict';
  const data = JSON.parse(document.getElementById('data').textContent);
  const words = data.words;
  const byId = id => document.getElementById(id);
  const narrow = matchMedia('(max-width: 40rem)');

  // Text and elements. Names only ever become text nodes.
  const say = (key, holes = {}) => words[key].replace(/\{(\w+)\}/g, (all, name) => name in holes ? holes[name] : all);
  const el = (tag, attributes = {}, ...children) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) if (value !== null) element.setAttribute(name, value);
    element.append(...children.flat());
    return element;
  };
  const fill = (key, holes) => words[key].split(/\{(\w+)\}/).map((piece, i) => i % 2 ? holes[piece] : piece);
  const button = (text, action, look = 'tool') => {
    const made = el('button', { type: 'button', class: look }, text);
    made.addEventListener('click', action);
    return made;
  };
  const grouped = n => String(n).replace(/\B(?=(\d{3})+$)/g, '\u202f');
  const fold = text => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const tokens = text => fold(text).split(/\s+/).filter(Boolean);

  // Text with each run of right-to-left script on its own, so that what follows stays in place.
  const rtl = '[\\u0590-\\u08ff\\ufb1d-\\ufdff\\ufe70-\\ufefc]';
  const runs = new RegExp(`(${rtl}(?:[^\\p{L}\\p{N}]*${rtl})*)`, 'u');
  const spread = text => text.split(runs).map((piece, i) => i % 2 ? el('bdi', {}, piece) : piece);

  const nameOf = i => data.stakeholders[i][0];
  const sectorOf = i => data.stakeholders[i][1];
  const name = i => el('bdi', {}, nameOf(i));
  const sectorName = s => el('bdi', {}, data.sectors[s]);
  const who = i => fill('gap.who', { name: name(i), sector: sectorName(sectorOf(i)) });
  const list = (ids, total) => {
    const items = ids.map(name);
    const rest = total - ids.length;
    if (rest <= 0 && items.length < 2) return items;
    const last = rest > 0 ? [say('list.more', { n: grouped(rest) })] : [items.pop()];
    const first = items.flatMap((item, i) => i ? [words['list.comma'], item] : [item]);
    return words['list.and'].split(/\{(\w+)\}/).flatMap((piece, i) => i % 2 ? (piece === 'first' ? first : last) : [piece]);
  };

  // Numbers as the report writes them, for sorting: "1 234", "51 %", "- of 12", "< 0.001".
  const numberIn = text => {
    const found = text.replace(/[\u202f\u00a0 ](?=[\d%])/g, '').replace(/(\d),(\d)/, '$1.$2').match(/-?\d+(\.\d+)?/);
    return found ? parseFloat(found[0]) : NaN;
  };
  const byNumber = (a, b) => (isNaN(a) ? isNaN(b) ? 0 : 1 : isNaN(b) ? -1 : a - b);
  const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });

  // Copying: cells that a spreadsheet would run as a formula stand behind an apostrophe, as in the tables.
  const safe = text => /^[=+@\t\r]/.test(text) || /^-(?![\d.]+( %)?$)./.test(text) ? `'${text}` : text;
  const copy = async (rows, output) => {
    const text = rows.map(row => row.map(cell => safe(cell.replace(/\s+/g, ' ').replace(/(\d) (?=\d{3})/g, '$1').trim())).join('\t')).join('\n');
    try {
      await navigator.clipboard.writeText(text);
      output.value = say('copied', { n: grouped(rows.length - 1) });
    } catch {
      const area = el('textarea');
      area.value = text;
      document.body.append(area);
      area.select();
      output.value = document.execCommand('copy') ? say('copied', { n: grouped(rows.length - 1) }) : words['not-copied'];
      area.remove();
    }
  };
  const search = (label, action) => {
    const input = el('input', { type: 'search', autocomplete: 'off', spellcheck: 'false' });
    input.addEventListener('input', () => action(input.value));
    return [el('label', {}, label, input), input];
  };

  /** Makes the heads of a table buttons that sort; the order is none, one way, the other way. */
  const sortable = (heads, action) => heads.forEach((head, column) => {
    const text = head.textContent;
    // The text stays beside the button: browsers do not repeat buttons in the head of a table that goes on over the page.
    const sort = button('', () => {
      const isNumber = head.classList.contains('n');
      const ways = isNumber ? ['descending', 'ascending', null] : ['ascending', 'descending', null];
      const way = ways[(ways.indexOf(head.getAttribute('aria-sort')) + 1) % 3];
      heads.forEach(other => other.removeAttribute('aria-sort'));
      if (way) head.setAttribute('aria-sort', way);
      action(column, way, isNumber);
    }, 'sort');
    sort.setAttribute('aria-label', text);
    sort.title = say('sort-by', { what: text });
    head.replaceChildren(el('span', { 'aria-hidden': 'true' }, text), sort);
  });

  // A cell that says more than its number has the number apart.
  const textOf = cell => cell.dataset.value ?? cell.textContent;

  /** On a narrow screen each row of a table with several columns stands as a block of its own: cells need the heads with them. */
  const stack = (table, titles, rows) => {
    if (table.classList.contains('overview')) return;
    if (titles.length < 4 && table.querySelectorAll('thead th:not(.n)').length < 2) return;
    table.classList.add('stacked');
    for (const row of rows) [...row.cells].forEach((cell, i) => { if (cell.tagName === 'TD') cell.dataset.column = titles[i]; });
  };

  const tables = () => document.querySelectorAll('table.data').forEach(table => {
    if (table.closest('.unscripted')) return;
    const body = table.tBodies[0];
    const rows = [...body.rows];
    const heads = [...table.tHead.rows[0].cells];
    const texts = rows.map(row => [...row.cells].map(textOf));
    const titles = heads.map(head => head.textContent);
    stack(table, titles, rows);
    if (rows.length > 9 && table.classList.contains('stacked')) {
      table.classList.add('short');
      const all = el('p', { class: 'rest' }, button(say('show-all', { n: grouped(rows.length) }), () => table.classList.remove('short')));
      table.closest('.frame').after(all);
    }
    if (rows.length < 2) return;
    sortable(heads, (column, way, isNumber) => {
      const order = rows.map((_, i) => i);
      const sign = way === 'descending' ? -1 : 1;
      if (way) order.sort((a, b) => {
        if (!isNumber) return sign * collator.compare(texts[a][column], texts[b][column]);
        const [x, y] = [numberIn(texts[a][column]), numberIn(texts[b][column])];
        return isNaN(x) || isNaN(y) ? byNumber(x, y) : sign * (x - y);
      });
      body.append(...order.map(i => rows[i]));
    });
    const output = el('output');
    const tools = el('div', { class: 'tools' });
    if (rows.length > 7) {
      const folded = texts.map(cells => fold(cells.join(' ')));
      const [label, input] = search(words.filter, text => {
        const wanted = tokens(text);
        table.classList.remove('short');
        let n = 0;
        rows.forEach((row, i) => { row.hidden = !wanted.every(token => folded[i].includes(token)); n += row.hidden ? 0 : 1; });
        output.value = wanted.length ? say('rows', { n: grouped(n), total: grouped(rows.length) }) : '';
      });
      input.setAttribute('aria-label', say('filter-in', { what: table.caption.textContent }));
      tools.append(label);
    }
    tools.append(button(words.copy, () => copy([titles, ...[...body.rows].filter(row => !row.hidden).map(row => [...row.cells].map(textOf))], output)), output);
    table.closest('.frame').before(tools);
  });

  /** A grid of cells that answer: hover and focus show the evidence below, click and Enter keep it, Escape lets go. */
  const grid = (id, part, more) => {
    const table = byId(id);
    if (!table || !part) return;
    const panel = byId(`${id}-evidence`);
    const cells = [...table.querySelectorAll('td[data-i]')];
    let kept = null;
    const hint = () => { panel.classList.remove('full'); panel.replaceChildren(el('p', {}, words['grid-hint'])); };
    const show = cell => {
      const [title, values, about] = part.cells[cell.dataset.i];
      const facts = values.map((value, i) => value === '' ? null
        : el('div', { class: value.length > 40 ? 'wide' : null }, el('dt', {}, part.labels[i]), el('dd', {}, spread(value)))).filter(Boolean);
      panel.classList.add('full', 'used');
      panel.replaceChildren(el('p', { class: 'title' }, spread(title)), el('dl', {}, facts), ...more(about, values));
    };
    const keep = cell => {
      kept?.removeAttribute('aria-selected');
      kept = kept === cell ? null : cell;
      kept?.setAttribute('aria-selected', 'true');
      if (kept) show(kept); else hint();
    };
    const step = (cell, dx, dy) => {
      for (let row = cell.parentElement.rowIndex + dy, column = cell.cellIndex + dx; ; row += dy, column += dx) {
        const next = table.rows[row]?.cells[column];
        if (!next) return null;
        if (next.dataset.i) return next;
      }
    };
    const moves = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
    table.setAttribute('role', 'grid');
    cells.forEach((cell, i) => {
      cell.tabIndex = i ? -1 : 0;
      cell.addEventListener('mouseenter', () => { if (!kept) show(cell); });
      cell.addEventListener('focus', () => {
        cells.forEach(other => { other.tabIndex = other === cell ? 0 : -1; });
        if (!kept) show(cell);
      });
      cell.addEventListener('click', () => keep(cell));
      cell.addEventListener('keydown', event => {
        const move = moves[event.key];
        if (event.key === 'Enter' || event.key === ' ') keep(cell);
        else if (event.key === 'Escape' && kept) keep(kept);
        else if (move) step(cell, ...move)?.focus();
        else return;
        event.preventDefault();
      });
    });
    panel.hidden = false;
    hint();
  };

  const membersOf = about => {
    if (!about.length) return [el('p', {}, words.nobody)];
    const sorted = [...about].sort((a, b) => sectorOf(a) - sectorOf(b) || a - b);
    return [el('p', {}, el('b', {}, say('present', { n: grouped(about.length) }))), el('ul', {}, sorted.map(i => el('li', {}, who(i))))];
  };

  /** The list of all missing links. */
  const explorer = () => {
    const host = byId('gaps');
    const gaps = data.gaps;
    if (!host || !gaps) return null;
    const step = narrow.matches ? 10 : 50;
    const key = i => `gap-${data.stakeholders[gaps[i][0]][3]}--${data.stakeholders[gaps[i][1]][3]}`;
    const folded = gaps.map(gap => fold(`${nameOf(gap[0])} ${data.sectors[sectorOf(gap[0])]} ${nameOf(gap[1])} ${data.sectors[sectorOf(gap[1])]}`));
    const state = { wanted: [], one: '', other: '', across: false, column: 0, way: null };
    let matching = gaps.map((_, i) => i);
    let shown = 0;

    const columns = [
      [words.rank, 'n', i => i], [words['column.a'], '', i => nameOf(gaps[i][0])], [words['column.b'], '', i => nameOf(gaps[i][1])],
      data.weighted ? [words['column.requirement'], 'n', i => numberIn(gaps[i][3])] : null,
      [words['column.shared'], 'n', i => numberIn(gaps[i][4])], [words['column.introducers'], '', i => gaps[i][6].length && gaps[i][5] ? nameOf(gaps[i][6][0]) : '\uffff'],
    ].filter(Boolean);
    const heads = columns.map(([text, look]) => el('th', { scope: 'col', class: look || null }, text));
    const titles = [...columns.map(column => column[0]), words.evidence];
    const body = el('tbody');
    const caption = byId('gaps-first').querySelector('caption').textContent;
    const table = el('table', { class: 'data' }, el('caption', {}, caption), el('thead', {}, el('tr', {}, heads, el('th', { scope: 'col' }, words.evidence))), body);
    const output = el('output', { 'aria-live': 'polite' });
    const more = button('', () => append(4 * step));
    const nothing = el('p', { hidden: '' }, words['none-found']);

    const introducers = gap => gap[5] ? list(gap[6], gap[5]) : ['-'];
    const link = gap => gap[5] ? fill2('gap.introducers', list(gap[6], gap[5]))
      : gap[6].length ? fill2('gap.path', list(gap[6], gap[7] ?? gap[6].length)) : [words['gap.unconnected']];
    const fill2 = (word, names) => words[word].split('{names}').flatMap((piece, i) => i ? [...names, piece] : [piece]);
    // Rows, each file named once; activities likewise, however many rows repeat a title.
    const fileOf = source => Math.floor(source / data.linesPerFile);
    const cite = sources => [...new Set(sources.map(fileOf))].map(file =>
      `${data.files[file]}:${[...new Set(sources)].filter(source => fileOf(source) === file).sort((a, b) => a - b).map(source => source % data.linesPerFile).join(', ')}`).join(', ');
    const side = (i, activities) => {
      const called = [...new Map(activities.map(([activity]) => [String(data.activities[activity]), data.activities[activity]])).values()].filter(String);
      const sources = activities.flatMap(([, ...rows]) => rows);
      return [
        ...fill('evidence.side', { name: el('bdi', {}, data.stakeholders[i][2]) }), ' ',
        ...called.flatMap((activity, n) => [n ? ', ' : '', Array.isArray(activity) ? el('bdi', {}, ...activity) : el('code', {}, el('bdi', {}, activity))]),
        ...(sources.length ? [called.length ? ' (' : '', el('bdi', {}, cite(sources)), called.length ? ')' : ''] : []),
      ];
    };
    const evidence = i => {
      const [a, b] = gaps[i];
      const sentence = el('p', {}, fill('foremost.pair', { a: el('b', {}, who(a)), b: el('b', {}, who(b)) }), words.colon, link(gaps[i]), '. ',
        el('a', { href: `#${key(i)}`, 'aria-label': say('link-to', { what: `${nameOf(a)}, ${nameOf(b)}` }) }, '#'));
      if (i >= data.complete) return [sentence, el('p', {}, words['evidence-cut'])];
      const ofB = new Map(data.facts[b].map(([arena, ...activities]) => [arena, activities]));
      const items = data.facts[a].filter(([arena]) => ofB.has(arena)).sort((x, y) => x[0] - y[0]).map(([arena, ...activities]) =>
        el('li', {}, spread(data.arenas[arena]), words.colon, side(a, activities), words['list.semicolon'], side(b, ofB.get(arena))));
      return [sentence, el('ul', {}, items)];
    };
    const row = i => {
      const gap = gaps[i];
      const toggle = button('+', () => open(i, made, toggle));
      toggle.setAttribute('aria-expanded', 'false');
      toggle.setAttribute('aria-label', say('evidence-of', { what: `${nameOf(gap[0])}, ${nameOf(gap[1])}` }));
      const made = el('tr', { id: key(i) }, el('td', { class: 'n' }, grouped(i + 1)), el('th', { scope: 'row' }, who(gap[0])), el('td', {}, who(gap[1])),
        data.weighted ? el('td', { class: 'n' }, gap[3]) : [], el('td', { class: 'n' }, gap[4]), el('td', {}, introducers(gap)), el('td', {}, toggle));
      return made;
    };
    const open = (i, made, toggle) => {
      const isOpen = toggle.getAttribute('aria-expanded') === 'true';
      toggle.setAttribute('aria-expanded', String(!isOpen));
      toggle.textContent = isOpen ? '+' : '−';
      made.classList.toggle('folded', !isOpen);
      if (isOpen) made.nextElementSibling.remove();
      else made.after(el('tr', { class: 'below' }, el('td', { colspan: String(columns.length + 1) }, evidence(i))));
    };
    const append = n => {
      const rows = matching.slice(shown, shown + n).map(row);
      stack(table, titles, rows);
      body.append(...rows);
      shown = Math.min(matching.length, shown + n);
      more.hidden = shown >= matching.length;
      more.textContent = say('more', { n: grouped(Math.min(4 * step, matching.length - shown)) });
    };
    const draw = () => {
      const pair = (x, y) => (state.one === '' || sectorOf(x) === +state.one) && (state.other === '' || sectorOf(y) === +state.other);
      matching = [];
      gaps.forEach((gap, i) => {
        if (state.across && !gap[2]) return;
        if (!pair(gap[0], gap[1]) && !pair(gap[1], gap[0])) return;
        if (state.wanted.every(token => folded[i].includes(token))) matching.push(i);
      });
      if (state.way) {
        const value = columns[state.column][2];
        const sign = state.way === 'descending' ? -1 : 1;
        const values = new Map(matching.map(i => [i, value(i)]));
        matching.sort((x, y) => sign * (typeof values.get(x) === 'number' ? byNumber(values.get(x), values.get(y)) : collator.compare(values.get(x), values.get(y))) || x - y);
      }
      output.value = say('rows', { n: grouped(matching.length), total: grouped(gaps.length) });
      nothing.hidden = matching.length > 0;
      body.replaceChildren();
      shown = 0;
      append(step);
    };

    const [label, input] = search(words.search, text => { state.wanted = tokens(text); draw(); });
    const select = (text, set) => {
      const made = el('select', {}, el('option', { value: '' }, words['all-sectors']),
        [...new Set(gaps.flatMap(gap => [sectorOf(gap[0]), sectorOf(gap[1])]))].sort((x, y) => x - y).map(s => el('option', { value: String(s) }, data.sectors[s])));
      made.addEventListener('change', () => { set(made.value); draw(); });
      return [el('label', {}, text, made), made];
    };
    const [oneLabel, one] = select(words.sector, value => { state.one = value; });
    const [otherLabel, other] = select(words['column.b'], value => { state.other = value; });
    const across = el('input', { type: 'checkbox' });
    across.addEventListener('change', () => { state.across = across.checked; draw(); });
    const filter = (s, t) => {
      input.value = '';
      across.checked = false;
      Object.assign(state, { wanted: [], one: s, other: t, across: false });
      [one.value, other.value] = [s, t];
      draw();
    };
    const cells = i => [String(i + 1), `${nameOf(gaps[i][0])} (${data.sectors[sectorOf(gaps[i][0])]})`, `${nameOf(gaps[i][1])} (${data.sectors[sectorOf(gaps[i][1])]})`,
      ...(data.weighted ? [gaps[i][3]] : []), gaps[i][4], el('span', {}, introducers(gaps[i])).textContent];
    const copyAll = button(words.copy, () => copy([titles.slice(0, -1), ...matching.map(cells)], output));
    host.append(
      el('div', { class: 'tools' }, label, oneLabel, otherLabel, el('label', {}, across, words['across-only']), button(words.reset, () => filter('', '')), copyAll, output),
      el('div', { class: 'frame long', tabindex: '0', role: 'group', 'aria-label': caption }, table), nothing, more);
    sortable(heads, (column, way) => { Object.assign(state, { column, way }); draw(); });
    draw();
    host.hidden = false;
    document.querySelectorAll('.unscripted').forEach(element => { element.hidden = true; });
    byId('gaps-first').querySelectorAll('[id]').forEach(element => element.removeAttribute('id'));

    const follow = () => {
      const wanted = decodeURIComponent(location.hash.slice(1));
      const i = wanted.startsWith('gap-') ? gaps.findIndex((_, n) => key(n) === wanted) : -1;
      if (i < 0) return;
      if (!matching.includes(i)) filter('', '');
      const at = matching.indexOf(i);
      if (at >= shown) append(at - shown + 1);
      const made = byId(wanted);
      const toggle = made.querySelector('button');
      if (toggle.getAttribute('aria-expanded') === 'false') toggle.click();
      made.scrollIntoView({ block: 'start' });
      toggle.focus({ preventScroll: true });
    };
    window.addEventListener('hashchange', follow);
    follow();
    const count = (s, t) => gaps.filter(([a, b]) => (sectorOf(a) === s && sectorOf(b) === t) || (sectorOf(a) === t && sectorOf(b) === s)).length;
    return { count, show: (s, t) => { filter(String(s), String(t)); host.scrollIntoView({ block: 'start' }); input.focus({ preventScroll: true }); } };
  };

  const network = () => {
    const svg = byId('network');
    const part = data.network;
    if (!svg || !part) return;
    const space = 'http://www.w3.org/2000/svg';
    const panel = byId('network-evidence');
    const nodes = [...svg.querySelectorAll('.node')];
    const texts = [...svg.querySelectorAll('text')];
    const [ties, drawnGaps] = ['.ties', '.gaps'].map(look => svg.querySelector(look));
    const segments = path => path.getAttribute('d').split('M').slice(1).map(piece => `M${piece}`);
    const pairs = flat => Array.from({ length: flat.length / 2 }, (_, i) => [flat[2 * i], flat[2 * i + 1]]);
    const lines = { ties: [segments(ties), pairs(part.ties)], gaps: [segments(drawnGaps), pairs(part.drawnGaps)] };
    const overlay = look => { const path = document.createElementNS(space, 'path'); path.setAttribute('class', look); svg.querySelector('.lines').append(path); return path; };
    const [near, miss] = [overlay('near'), overlay('miss')];
    const nodeOf = new Map(part.nodes.map((stakeholder, i) => [stakeholder, i]));
    const at = i => [part.at[2 * i], part.at[2 * i + 1]];
    // A line that bows towards the middle, as the drawn ones do.
    const bow = (a, b) => {
      const [[ax, ay], [bx, by]] = [at(a), at(b)];
      const [mx, my] = [(ax + bx) / 2, (ay + by) / 2];
      const [cx, cy] = [450 - mx, (part.height - 12) / 2 - my];
      const distance = Math.max(1, Math.hypot(cx, cy));
      const depth = Math.min(distance, 0.35 * Math.hypot(ax - bx, ay - by) + 8) / distance;
      return `M${ax} ${ay}Q${mx + cx * depth} ${my + cy * depth} ${bx} ${by}`;
    };
    const gapsAmong = (data.gaps ?? []).filter(([a, b]) => nodeOf.has(a) && nodeOf.has(b)).map(([a, b]) => [nodeOf.get(a), nodeOf.get(b)]);
    const state = { ties: true, gaps: true, sector: '', found: null, kept: null, at: null };

    const draw = () => {
      const inSector = i => state.sector === '' || sectorOf(part.nodes[i]) === +state.sector;
      const path = (which, on) => lines[which][0].filter((_, i) => on && lines[which][1][i].some(inSector)).join('');
      ties.setAttribute('d', path('ties', state.ties));
      drawnGaps.setAttribute('d', path('gaps', state.gaps));
      const centre = state.kept ?? state.at;
      const linked = new Set();
      let [nearPath, missPath] = ['', ''];
      if (centre !== null) {
        linked.add(centre);
        if (state.ties) lines.ties[1].forEach((pair, i) => { if (pair.includes(centre)) { nearPath += lines.ties[0][i]; pair.forEach(n => linked.add(n)); } });
        if (state.gaps) gapsAmong.filter(pair => pair.includes(centre)).forEach(pair => { missPath += bow(...pair); pair.forEach(n => linked.add(n)); });
      }
      near.setAttribute('d', nearPath);
      miss.setAttribute('d', missPath);
      for (const path of [ties, drawnGaps]) path.classList.toggle('faint', centre !== null);
      const off = i => centre !== null ? !linked.has(i) : state.found ? !state.found.has(i) : !inSector(i);
      nodes.forEach((node, i) => {
        node.classList.toggle('off', off(i));
        node.classList.toggle('on', i === centre || (state.found?.has(i) ?? false));
        node.setAttribute('aria-pressed', String(i === state.kept));
      });
      texts.forEach(text => text.classList.toggle('off', 'n' in text.dataset ? off(+text.dataset.n) : state.sector !== '' && text.dataset.s !== state.sector));
    };
    const named = (key, ends) => ends.length ? [el('p', {}, el('b', {}, say(key, { n: grouped(ends.length) }))), el('ul', {}, ends.map(i => el('li', {}, who(part.nodes[i]))))] : [];
    const describe = () => {
      const centre = state.kept ?? state.at;
      panel.classList.toggle('full', centre !== null);
      if (centre !== null) panel.classList.add('used');
      if (centre === null) { panel.replaceChildren(el('p', {}, words['network-hint'])); return; }
      const other = pairs => pairs.filter(pair => pair.includes(centre)).map(([a, b]) => a === centre ? b : a).sort((a, b) => a - b);
      const person = part.nodes[centre];
      panel.replaceChildren(el('p', { class: 'title' }, who(person)), el('dl', {}, [[words['column.partners'], 4], [words['column.gaps'], 5]].map(([label, at]) =>
        el('div', {}, el('dt', {}, label), el('dd', {}, data.stakeholders[person][at])))), ...named('missing-to', other(gapsAmong)), ...named('tied-to', other(lines.ties[1])));
    };
    const look = i => { state.at = i; if (state.kept === null) { draw(); describe(); } };
    const keep = i => { state.kept = state.kept === i ? null : i; draw(); describe(); };

    nodes.forEach((node, i) => {
      node.setAttribute('role', 'button');
      node.setAttribute('aria-label', node.querySelector('title').textContent);
      node.setAttribute('tabindex', i ? '-1' : '0');
      node.addEventListener('mouseenter', () => look(i));
      node.addEventListener('mouseleave', () => look(null));
      node.addEventListener('blur', () => look(null));
      node.addEventListener('focus', () => { nodes.forEach((other, n) => other.setAttribute('tabindex', n === i ? '0' : '-1')); look(i); });
      node.addEventListener('click', () => keep(i));
      node.addEventListener('keydown', event => {
        const move = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
        if (event.key === 'Enter' || event.key === ' ') keep(i);
        else if (event.key === 'Escape' && state.kept !== null) keep(state.kept);
        else if (move) nodes[(i + move + nodes.length) % nodes.length].focus();
        else if (event.key === '+') zoom(1 / 1.4);
        else if (event.key === '-') zoom(1.4);
        else if (event.key === '0') reset();
        else return;
        event.preventDefault();
      });
    });
    texts.filter(text => 'n' in text.dataset).forEach(text => {
      text.addEventListener('mouseenter', () => look(+text.dataset.n));
      text.addEventListener('mouseleave', () => look(null));
      text.addEventListener('click', () => keep(+text.dataset.n));
    });

    // Zoom and pan: the part of the picture that is seen.
    const whole = { x: 0, y: 0, w: 900, h: part.height };
    let view = { ...whole };
    const apply = () => {
      view.x = Math.min(Math.max(view.x, 0), 900 - view.w);
      view.y = Math.min(Math.max(view.y, 0), part.height - view.h);
      svg.setAttribute('viewBox', `${view.x} ${view.y} ${view.w} ${view.h}`);
      svg.style.touchAction = view.w < 900 ? 'none' : '';
      svg.style.cursor = view.w < 900 ? 'grab' : '';
    };
    const zoom = (factor, fx = 0.5, fy = 0.5) => {
      const w = Math.min(900, Math.max(120, view.w * factor));
      const h = w * part.height / 900;
      view = { x: view.x + (view.w - w) * fx, y: view.y + (view.h - h) * fy, w, h };
      apply();
    };
    const reset = () => { view = { ...whole }; apply(); };
    svg.addEventListener('wheel', event => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      const box = svg.getBoundingClientRect();
      zoom(event.deltaY > 0 ? 1.2 : 1 / 1.2, (event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height);
    }, { passive: false });
    let grip = null;
    svg.addEventListener('pointerdown', event => { if (view.w < 900 && !event.target.closest('.node')) { grip = [event.clientX, event.clientY]; svg.setPointerCapture(event.pointerId); } });
    svg.addEventListener('pointermove', event => {
      if (!grip) return;
      const scale = view.w / svg.getBoundingClientRect().width;
      view.x -= (event.clientX - grip[0]) * scale;
      view.y -= (event.clientY - grip[1]) * scale;
      grip = [event.clientX, event.clientY];
      apply();
    });
    for (const end of ['pointerup', 'pointercancel']) svg.addEventListener(end, () => { grip = null; });

    const output = el('output', { 'aria-live': 'polite' });
    const [label] = search(words.search, text => {
      const wanted = tokens(text);
      const found = wanted.length ? part.nodes.map((s, i) => [fold(`${nameOf(s)} ${data.stakeholders[s][2]}`), i]).filter(([folded]) => wanted.every(token => folded.includes(token))).map(([, i]) => i) : [];
      state.found = wanted.length ? new Set(found) : null;
      state.kept = found.length === 1 ? found[0] : null;
      output.value = !wanted.length ? '' : found.length ? say('rows', { n: grouped(found.length), total: grouped(nodes.length) }) : words['not-drawn'];
      draw();
      describe();
    });
    const select = el('select', {}, el('option', { value: '' }, words['all-sectors']),
      [...new Set(part.nodes.map(sectorOf))].sort((a, b) => a - b).map(s => el('option', { value: String(s) }, data.sectors[s])));
    select.addEventListener('change', () => { state.sector = select.value; state.kept = null; draw(); describe(); });
    const check = (text, key) => {
      const box = el('input', { type: 'checkbox' });
      box.checked = true;
      box.addEventListener('change', () => { state[key] = box.checked; draw(); });
      return el('label', {}, box, text);
    };
    svg.closest('.frame').before(el('div', { class: 'tools' }, label, el('label', {}, words.sector, select), check(words['show-ties'], 'ties'), check(words['show-gaps'], 'gaps'),
      button(words['zoom-in'], () => zoom(1 / 1.4)), button(words['zoom-out'], () => zoom(1.4)), button(words['zoom-reset'], reset), output));
    panel.hidden = false;
    describe();
  };

  const theme = () => {
    const root = document.documentElement;
    const choices = ['auto', 'light', 'dark'];
    let choice = 'auto';
    try { choice = choices.find(one => one === localStorage.getItem('gap-analyzer-theme')) ?? 'auto'; } catch { /* Not allowed from a file in some browsers. */ }
    const toggle = button('', () => { set(choices[(choices.indexOf(choice) + 1) % 3]); });
    toggle.id = 'theme';
    const set = which => {
      choice = which;
      if (which === 'auto') delete root.dataset.theme; else root.dataset.theme = which;
      toggle.textContent = say('theme', { which: words[`theme-${which}`] });
      try { localStorage.setItem('gap-analyzer-theme', which); } catch { /* As above. */ }
    };
    set(choice);
    document.querySelector('header').prepend(toggle);
  };

  const contents = () => {
    const details = document.querySelector('#contents details');
    if (!details) return;
    const folded = matchMedia('(max-width: 60rem)');
    const fit = () => { details.open = !folded.matches; document.querySelector('#contents').style.position = 'sticky'; };
    folded.addEventListener('change', fit);
    fit();
    const links = new Map([...details.querySelectorAll('a')].map(link => [link.hash.slice(1), link]));
    details.addEventListener('click', event => { if (folded.matches && event.target.closest('a')) details.open = false; });
    const headings = [...links.keys()].map(byId).filter(Boolean);
    const sections = [...document.querySelectorAll('main > section')];
    // Only the section that is read is asked where its headings are: the others need no layout for it.
    const last = parts => parts.filter(part => part.getBoundingClientRect().top < 120).at(-1);
    let waiting = false;
    const mark = () => {
      waiting = false;
      const section = last(sections);
      const current = last(headings.filter(heading => section?.contains(heading)));
      for (const [id, link] of links) if (id === current?.id) link.setAttribute('aria-current', 'true'); else link.removeAttribute('aria-current');
    };
    window.addEventListener('scroll', () => { if (!waiting) { waiting = true; requestAnimationFrame(mark); } }, { passive: true });
    mark();
  };

  // What is too wide fades out at its edge, until it is moved there.
  const edges = () => {
    const mark = frame => frame.classList.toggle('cut', frame.scrollWidth - frame.clientWidth - frame.scrollLeft > 2);
    const resized = new ResizeObserver(entries => entries.forEach(entry => mark(entry.target.closest('.frame'))));
    document.querySelectorAll('.frame').forEach(frame => {
      frame.addEventListener('scroll', () => mark(frame), { passive: true });
      resized.observe(frame);
      if (frame.firstElementChild) resized.observe(frame.firstElementChild);
    });
  };

  // What is below the first screen is laid out when it is scrolled to, or else as soon as there is time, a section at once.
  const settle = () => {
    const waiting = [...document.querySelectorAll('main > section:not(:first-child)')];
    const idle = action => window.requestIdleCallback ? window.requestIdleCallback(action) : setTimeout(action, 100);
    const next = () => {
      const section = waiting.shift();
      if (!section) return;
      section.classList.add('laid');
      idle(next);
    };
    window.addEventListener('load', () => idle(next));
  };

  // Folds open on paper, and close again where they were closed.
  const printing = () => {
    let opened = [];
    window.addEventListener('beforeprint', () => { opened = [...document.querySelectorAll('main details:not([open])')]; opened.forEach(details => { details.open = true; }); });
    window.addEventListener('afterprint', () => { opened.forEach(details => { details.open = false; }); });
  };

  theme();
  contents();
  tables();
  const missing = explorer();
  grid('matrix', data.matrix, ([a, b]) => {
    const n = missing?.count(a, b) ?? 0;
    return n ? [el('p', {}, button(say('gaps-here', { n: grouped(n) }), () => missing.show(a, b), 'link'))] : [];
  });
  grid('coverage', data.coverage, membersOf);
  network();
  edges();
  settle();
  printing();
})();
