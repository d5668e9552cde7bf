/**
 * Accepts drops on the whole page. A veil shows this while something is dragged over the page.
 *
 * @param {HTMLElement} veil
 * @param {(data: DataTransfer) => void} onDrop
 */
export function acceptDrops(veil, onDrop) {
  let isOwnDrag = false;
  const hide = () => {
    veil.hidden = true;
  };
  document.addEventListener('dragover', (event) => {
    // Text that is dragged within a field is an edit, not an input.
    if (isOwnDrag) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
    veil.hidden = false;
  });
  document.addEventListener('dragleave', (event) => {
    if (event.relatedTarget === null) hide();
  });
  document.addEventListener('drop', (event) => {
    hide();
    if (isOwnDrag) return;
    event.preventDefault();
    onDrop(event.dataTransfer);
  });
  document.addEventListener('dragstart', () => {
    isOwnDrag = true;
  });
  document.addEventListener('dragend', () => {
    isOwnDrag = false;
  });
}
