// Runs in the browser: puts HTML where programs put it, and looks at what became of it. Served to the page as it is.

/** The elements that an article has; the last two only from a renderer of Markdown, for `~~` and for tasks. */
const ELEMENTS = new Set(
  (
    'a abbr aside blockquote br caption code dd del div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr img ins kbd li mark ol ' +
    'p pre rp rt ruby section span strong sub sup table tbody td th thead tr ul s input'
  ).split(' '),
);

/** The attributes that an article has; the last four only from a renderer of Markdown, for tasks and tables. */
const ATTRIBUTES = new Set(
  'href rel src alt loading width height start type colspan rowspan title lang dir class role id checked disabled align style'.split(' '),
);

/** Classes, roles and ids are ours. */
const VALUES = {
  class:
    /^(?:language-[\w+#.-]+|callout callout-(?:note|tip|important|warning|caution)|callout-title|math (?:inline|display)|embed|footnotes|source)$/,
  role: /^doc-(?:noteref|backlink|endnotes)$/,
  id: /^unchaff-(?:note|ref)-\d+(?:-\d+)?$/,
  style: /^text-align:(?:left|center|right)$/,
  type: /^(?:[aAiI1]|checkbox)$/,
};

const LINK = /^(?:https?:\/\/|mailto:|tel:|#unchaff-(?:note|ref)-\d+)/;
const IMAGE = /^(?:https?:\/\/|data:image\/(?:png|jpeg|gif|webp|avif);base64,[\w+/=]+$)/;

/** By name: a place for HTML in a program. Each answers the nodes that hold it, after what it takes to be shown. */
const CONTEXTS = {
  div: (html) => inDiv(html),
  td: (html) => wrapped(html, '<table><tbody><tr><td>', '</td></tr></tbody></table>'),
  template(html) {
    const holder = wrapped(html, '<template>', '</template>');
    const shown = document.body.appendChild(document.createElement('div'));
    for (const template of holder.querySelectorAll('template')) shown.append(document.importNode(template.content, true));
    return shown;
  },
  foreignObject: (html) => wrapped(html, '<svg><foreignObject>', '</foreignObject></svg>'),
  noscript: (html) => wrapped(html, '<noscript>', '</noscript>'),
  textarea: (html) => wrapped(html, '<textarea>', '</textarea>'),
  srcdoc: inFrame,
  twice: (html) => inDiv(inDiv(html).innerHTML),
};

/** The elements that the contexts are made of. */
const WRAPPERS = new Set(['template', 'svg', 'foreignObject', 'noscript', 'textarea']);

// A form's fields take the place of its properties: these ask the element itself.
const bound = (method) => Function.prototype.call.bind(method);
const attributeNames = bound(Element.prototype.getAttributeNames);
const attributeOf = bound(Element.prototype.getAttribute);
const localName = bound(Object.getOwnPropertyDescriptor(Element.prototype, 'localName').get);

/** Which payloads ran a script. */
globalThis.executions = [];
globalThis.ran = (id) => executions.push(id);

/**
 * Puts the outputs that the server has into a context and waits until whatever runs by itself has run.
 *
 * @param {string} context
 * @param {boolean} clicks whether links that run a script are followed
 * @returns {Promise<{ found: { index: number, problem: string }[], images: string[] }>} what no article has, and the
 *   addresses of pictures that it may have
 */
// biome-ignore lint/correctness/noUnusedVariables: the browser calls it by its name
async function put(context, clicks) {
  const outputs = await (await fetch('outputs.json')).json();
  const found = [];
  const images = new Set();
  const roots = await Promise.all(outputs.map(CONTEXTS[context]));
  roots.forEach((root, index) => {
    for (const problem of problemsIn(root, images)) found.push({ index, problem });
  });
  if (clicks && context === 'srcdoc') {
    for (const root of roots) for (const link of root.querySelectorAll('a[href]')) if (link.protocol === 'javascript:') link.click();
  }
  await settled();
  return { found, images: [...images] };
}

function inDiv(html) {
  const holder = document.body.appendChild(document.createElement('div'));
  holder.innerHTML = html;
  return holder;
}

function wrapped(html, before, after) {
  return inDiv(before + html + after);
}

/** A document of its own, which a parser reads from its start. */
function inFrame(html) {
  return new Promise((resolve) => {
    const frame = document.createElement('iframe');
    frame.onload = () => resolve(frame.contentDocument?.documentElement ?? document.createElement('div'));
    frame.srcdoc = html;
    document.body.append(frame);
  });
}

/** What no article has, in what is below a node. */
function problemsIn(root, images) {
  const problems = [];
  const waiting = [root];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (document.createNodeIterator(node, NodeFilter.SHOW_COMMENT).nextNode()) problems.push('a comment');
    for (const element of node.querySelectorAll('*')) {
      const name = localName(element);
      if (element instanceof HTMLTemplateElement) waiting.push(element.content);
      // An empty document has these.
      if (/^(?:html|head|body)$/.test(name)) continue;
      const attributes = attributeNames(element);
      if (!ELEMENTS.has(name) && !(WRAPPERS.has(name) && attributes.length === 0)) problems.push(`the element ${name}`);
      for (const attribute of attributes) {
        const value = attributeOf(element, attribute);
        if (attribute.startsWith('on')) problems.push(`the event handler ${attribute}`);
        else if (!ATTRIBUTES.has(attribute)) problems.push(`the attribute ${attribute}`);
        else if (VALUES[attribute] && !VALUES[attribute].test(value)) problems.push(`${attribute}="${value}"`);
        if (/^(?:href|src)$/.test(attribute) && !(name === 'img' ? IMAGE : LINK).test(value)) problems.push(`the address ${value}`);
      }
      if (name === 'img' && IMAGE.test(attributeOf(element, 'src'))) images.add(attributeOf(element, 'src'));
    }
  }
  return problems;
}

/**
 * Things that run a script by themselves, one of each kind. They come after the outputs, so when all of them have run, so has
 * all that the outputs could run.
 */
const CANARIES = [
  (done) => `<img src="x:" onerror="${done}">`,
  (done) => `<img src="http://canary.beacon.test/i.png" onerror="${done}">`,
  (done) => `<video src="x:" onerror="${done}"></video>`,
  (done) => `<details open ontoggle="${done}"></details>`,
  (done) => `<style>@keyframes canary{from{opacity:.9}}</style><b style="animation:canary 1ms" onanimationend="${done}">b</b>`,
  (done) => `<iframe srcdoc="&lt;img src=x: onerror=${done}&gt;"></iframe>`,
  (done) => `<iframe srcdoc="&lt;svg onload=${done}&gt;"></iframe>`,
  (done) => `<iframe src="javascript:${done}"></iframe>`,
];

async function settled() {
  await Promise.all(
    CANARIES.map(
      (canary, number) =>
        new Promise((resolve) => {
          globalThis[`canary${number}`] = resolve;
          inDiv(canary(`top.canary${number}()`)).className = 'canary';
        }),
    ),
  );
  await new Promise((resolve) => setTimeout(resolve));
}
