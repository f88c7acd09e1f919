/**
 * Says something to who hears the page.
 *
 * @module
 */

/** Has a screen reader say these words when it has said what it is saying. */
export function announce(words: string): void {
  let region = document.querySelector('.announcer');
  if (!region) {
    region = document.createElement('p');
    region.className = 'announcer';
    region.setAttribute('role', 'status');
    document.body.append(region);
  }
  region.textContent = words;
}
