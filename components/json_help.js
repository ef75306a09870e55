// What can stand at the cursor of the toolset's editor, offered by Ace; and the cursor sent to a line.
//
// Ace 1.4 has its completion popup, but knows words only. A completer is an object with
// `getCompletions`; one whose entries name a completer with `insertMatch` inserts them itself.

const QUOTED = /"(?:[^"\\]|\\.)*"?/y;

/** The objects and lists that are open at the offset, outermost first, and an unclosed text. */
function contextAt(text, offset, kinds) {
  const stack = [];
  let quotedFrom = -1;
  for (let at = 0; at < offset; at++) {
    const sign = text[at];
    const top = stack[stack.length - 1];
    if (sign === '"') {
      QUOTED.lastIndex = at;
      const quoted = QUOTED.exec(text)[0];
      const end = at + quoted.length;
      if (end > offset || (end === offset && !isClosed(quoted))) {
        quotedFrom = at;
        break;
      }
      if (top && !top.isList && top.expectsKey) {
        top.key = read(quoted);
        top.names.add(top.key);
      }
      at = end - 1;
    } else if (sign === "{" || sign === "[") {
      const isList = sign === "[";
      const kind = kindWithin(top, isList, kinds);
      stack.push({ kind, isList, start: at, key: null, expectsKey: !isList, names: new Set() });
    } else if (sign === "}" || sign === "]") {
      stack.pop();
    } else if (top && !top.isList && (sign === "," || sign === ":")) {
      top.expectsKey = sign === ",";
      if (sign === ",") top.key = null;
    }
  }
  return { stack, quotedFrom };
}

const isClosed = (quoted) => quoted.length > 1 && quoted.endsWith('"') && read(quoted) !== null;

function read(quoted) {
  try {
    return JSON.parse(quoted);
  } catch {
    return null;
  }
}

function kindWithin(top, isList, kinds) {
  if (!top) return isList ? "toolset" : "entry";
  if (top.isList) return top.kind === "schema" ? "schema" : (kinds[top.kind]?.each ?? "");
  const known = keysOf(top, kinds)[top.key];
  return known ? known.leads : (kinds[top.kind]?.each ?? "");
}

/** A function may stand bare, without the envelope. */
function keysOf(frame, kinds) {
  const isBare =
    frame.kind === "entry" &&
    ["name", "description", "parameters", "strict"].some((name) => frame.names.has(name));
  return kinds[isBare ? "bare" : frame.kind]?.keys ?? {};
}

/** The names in the object that stands under a key of the object that begins at `start`. */
function namesUnder(text, start, key) {
  const found = [];
  let depth = 0;
  let last = null;
  let inside = false;
  for (let at = start; at < text.length; at++) {
    const sign = text[at];
    if (sign === '"') {
      QUOTED.lastIndex = at;
      const quoted = QUOTED.exec(text)[0];
      at += quoted.length - 1;
      last = read(quoted);
    } else if (sign === ":" && last !== null) {
      if (depth === 1) inside = last === key;
      else if (depth === 2 && inside) found.push(last);
      last = null;
    } else if (sign === "{" || sign === "[") {
      depth++;
    } else if ((sign === "}" || sign === "]") && --depth === 0) {
      break;
    }
  }
  return found;
}

/** Every entry that can stand at the offset, as `{ text, about, isKey }`. */
function offersAt(text, offset, kinds) {
  const { stack, quotedFrom } = contextAt(text, offset, kinds);
  const top = stack[stack.length - 1];
  if (!top) return [];
  if (!top.isList && top.expectsKey) {
    const keys = Object.entries(keysOf(top, kinds));
    const isNew = ([name]) => !top.names.has(name);
    return keys.filter(isNew).map(([name, known]) => ({
      text: JSON.stringify(name),
      about: known.about,
      values: known.values,
      isKey: true,
    }));
  }
  const isQuoted = quotedFrom >= 0;
  return valuesAt(text, stack, top, kinds)
    .filter((value) => !isQuoted || value.startsWith('"'))
    .filter((value) => value !== '""')
    .map((value) => ({ text: value, about: "", isKey: false }));
}

function valuesAt(text, stack, top, kinds) {
  if (top.isList && top.kind === "names") {
    const schema = stack[stack.length - 2];
    return namesUnder(text, schema.start, "properties").map((name) => JSON.stringify(name));
  }
  if (top.isList) return kinds[top.kind]?.values ?? [];
  if (top.key === "$ref") {
    const root = stack.find((frame) => frame.kind === "schema");
    const names = root ? namesUnder(text, root.start, "$defs") : [];
    if (names.length) return names.map((name) => JSON.stringify(`#/$defs/${name}`));
  }
  return keysOf(top, kinds)[top.key]?.values ?? [];
}

function completerOf(kinds) {
  const completer = {
    identifierRegexps: [/[\w$"/#.-]/],
    getCompletions(editor, session, position, prefix, give) {
      const offset = session.doc.positionToIndex(position);
      const offers = offersAt(session.getValue(), offset, kinds);
      give(
        null,
        offers.map((offer, at) => ({
          ...offer,
          caption: offer.text,
          value: offer.text,
          docText: offer.about,
          score: 1000 - at,
          completer,
        })),
      );
    },
    insertMatch: (editor, offer) => insert(editor, offer, kinds),
  };
  return completer;
}

function insert(editor, offer, kinds) {
  const { doc } = editor.session;
  const text = editor.getValue();
  const offset = doc.positionToIndex(editor.getCursorPosition());
  const { quotedFrom } = contextAt(text, offset, kinds);
  let start = quotedFrom;
  if (start < 0) for (start = offset; start > 0 && /[\w$"]/.test(text[start - 1]); ) start--;
  const rest = /^[\w$/#.-]*"?/.exec(text.slice(offset))[0];
  const end = quotedFrom >= 0 && rest.endsWith('"') ? offset + rest.length : offset;
  const after = /^\s*(.?)/.exec(text.slice(end))[1];
  const template = offer.isKey && offer.values.length === 1 ? offer.values[0] : "";
  let inserted = offer.text;
  if (offer.isKey && after !== ":") inserted += `: ${template}`;
  const cursor = start + inserted.length - (/^(""|\{\}|\[\])$/.test(template) ? 1 : 0);
  if (after === '"' && template) inserted += ",";
  const range = { start: doc.indexToPosition(start), end: doc.indexToPosition(end) };
  editor.session.replace(range, inserted);
  editor.moveCursorToPosition(doc.indexToPosition(after === ":" ? start + inserted.length : cursor));
  editor.clearSelection();
}

function editorIn(selector) {
  const frame = document.querySelector(`${selector} iframe`);
  return { frame, editor: frame?.contentDocument?.querySelector("#ace-editor")?.env?.editor };
}

/** Streamlit calls this anew for new data and ends only the last call: one timer serves all. */
export default function ({ data, parentElement }) {
  const help = (parentElement.help ??= begun(data));
  help.data = data;
  help.tend();
  help.timer ??= setInterval(help.tend, 300);
  window.addEventListener("beforeunload", help.warn);
  return () => {
    clearInterval(help.timer);
    help.timer = null;
    window.removeEventListener("beforeunload", help.warn);
  };
}

function begun(data) {
  const completer = completerOf(data.kinds);
  const help = { data, wentTo: data.go.number, timer: null };
  help.warn = (event) => {
    if (help.data.isChanged) event.preventDefault();
  };
  help.tend = () => {
    const { frame, editor } = editorIn(help.data.selector);
    if (!editor) return;
    if (editor.completers?.[0] !== completer) editor.completers = [completer];
    if (help.wentTo !== help.data.go.number) {
      help.wentTo = help.data.go.number;
      goTo(frame, editor, help.data.go);
    }
  };
  return help;
}

function goTo(frame, editor, { line, column }) {
  frame.contentWindow.focus();
  editor.focus();
  editor.gotoLine(line, Math.max(column - 1, 0), false);
}
