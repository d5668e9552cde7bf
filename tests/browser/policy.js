/**
 * Runs in a page: tries what a policy without inline scripts and with Trusted Types has to refuse.
 *
 * @returns {Promise<string[]>} what was let through
 */
export async function letThrough() {
  // A driver's own call is exempt from the policy; a timer is not.
  await new Promise((resolve) => setTimeout(resolve));
  const script = document.createElement('script');
  script.append('window.attacked = 1');
  document.body.append(script);
  const attempts = {
    innerHTML: () => {
      document.createElement('div').innerHTML = '<b>x</b>';
    },
    parser: () => new DOMParser().parseFromString('<b>x</b>', 'text/html'),
    policy: () => trustedTypes.createPolicy('other', { createHTML: (html) => html }),
    eval: () => new Function('return 1')(),
  };
  const passed = Object.keys(attempts).filter((name) => {
    try {
      attempts[name]();
      return true;
    } catch {
      return false;
    }
  });
  return 'attacked' in window ? ['inline script', ...passed] : passed;
}
