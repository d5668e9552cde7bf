/** The controls of a conversation: who says what, branches to fold, posts to choose. */

/** Loads the code for an article with posts. */
export const loadPosts = () => import('./view.js');
