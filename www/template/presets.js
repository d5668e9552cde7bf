/**
 * Ready-made templates, by the program that reads the file.
 *
 * @type {Record<'plain' | 'obsidian' | 'logseq' | 'notion', import('./language.js').Template>}
 */
export const PRESETS = {
  plain: { style: 'yaml', fields: '', name: '{{title}}', body: '# {{title}}\n\n{{credit}}\n\n{{content}}' },
  obsidian: {
    style: 'yaml',
    fields: [
      'title: {{title}}',
      'source: {{url}}',
      'author: {{authors}}',
      'published: {{date}}',
      'created: {{today}}',
      'description: {{description}}',
      'tags: {{tags}}',
    ].join('\n'),
    name: '{{title}}',
    body: '{{content}}',
  },
  logseq: {
    style: 'properties',
    fields: 'title: {{title}}\nauthor: {{author}}\nsource: {{url}}\ndate: {{date}}\ntags: {{tags}}',
    name: '{{title}}',
    body: '{{content}}',
  },
  notion: {
    style: 'yaml',
    fields: '',
    name: '{{title}}',
    body: '# {{title}}\n\n{{author}}\n{{date}}\n{{url}}\n\n{{summary}}\n\n---\n\n{{content}}',
  },
};
