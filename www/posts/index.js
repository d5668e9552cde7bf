/** A conversation: who says what, branches to fold, posts to choose. */

/** Loads what an article with posts needs. */
export const loadPosts = () => import('./view.js');
