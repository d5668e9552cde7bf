// An article as a component, without hooks: cleaning is a plain function, so it is called where the page is at hand; on the
// server, in a loader, or in an event handler. `content` is safe HTML by construction, which is what
// dangerouslySetInnerHTML asks for.
import { clean } from 'unchaff';

export function ArticlePage({ article }) {
  return (
    <main lang={article.lang ?? undefined} dir={article.dir ?? undefined}>
      <h1>{article.title}</h1>
      {article.byline && <p>{article.byline}</p>}
      <ul>
        {article.summary.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <article dangerouslySetInnerHTML={{ __html: article.content }} />
    </main>
  );
}

/** The component of a page: HTML and its address in, an element out. */
export function articlePage(html, url) {
  return <ArticlePage article={clean(html, { url })} />;
}
