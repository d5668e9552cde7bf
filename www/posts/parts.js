/**
 * Tells which parts of the page belong to which post.
 *
 * @typedef {import('unchaff').Article['posts']} Posts
 */

/**
 * Returns the parts that a post adds to the article. Parts between two posts belong to the second
 * one, because they are lines about its author.
 *
 * @param {Posts} posts the posts of the automatically chosen article
 * @param {number} at the number of the post
 * @param {{ kept: boolean }[]} blocks the parts of the page, with the automatic verdicts
 * @returns {number[]}
 */
export function partsOf(posts, at, blocks) {
  const [from, to] = posts[at].blocks;
  const parts = [];
  for (let part = at > 0 ? posts[at - 1].blocks[1] : from; part < to; part += 1) if (blocks[part].kept) parts.push(part);
  return parts;
}

/**
 * Returns the numbers of an article's posts among all posts of the page.
 *
 * @param {Posts} all
 * @param {Posts} some the posts that are still in the article, in the same order
 * @returns {number[]}
 */
export function numbersOf(all, some) {
  let at = 0;
  return some.map(({ blocks: [from] }) => {
    while (at < all.length - 1 && all[at].blocks[1] <= from) at += 1;
    return at;
  });
}

/**
 * Returns the number of answers to a post, including answers to answers.
 *
 * @param {Posts} posts
 * @param {number} at
 * @returns {number}
 */
export function answersTo(posts, at) {
  let end = at + 1;
  while (end < posts.length && posts[end].depth > posts[at].depth) end += 1;
  return end - at - 1;
}
