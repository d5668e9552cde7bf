/**
 * Works on several items at the same time, and takes the results one by one in the order of the
 * items. At most `ahead` items are begun and not yet taken.
 *
 * @template Item, Result
 * @param {AsyncIterable<Item>} items
 * @param {number} ahead how many items may be begun and not yet taken
 * @param {(item: Item) => Promise<Result>} begin
 * @param {(result: Result) => Promise<void>} take
 */
export async function inOrder(items, ahead, begin, take) {
  /** @type {Promise<void>[]} */
  const taken = [];
  let last = Promise.resolve();
  for await (const item of items) {
    last = after(last, begin(item));
    taken.push(last);
    if (taken.length >= ahead) await taken.shift();
  }
  await last;

  /**
   * @param {Promise<void>} before
   * @param {Promise<Result>} result
   */
  async function after(before, result) {
    const [ready] = await Promise.all([result, before]);
    await take(ready);
  }
}
