/** A conversation: who says what, branches to fold, posts to choose. The page loads it when an article has posts. */

export { makePostsView } from './view.js';
