// What pages do beyond plain HTML. Everything works without this file.
'use strict';

// Files that were chosen in another form of the page would be lost: this is said where they were chosen, and only once.
document.addEventListener('submit', event => {
  const left = [...document.querySelectorAll('input[type=file]')].find(
      input => input.files.length && input.form !== event.target && !input.dataset.told);
  if (!left) { return; }
  event.preventDefault();
  event.stopImmediatePropagation();
  left.dataset.told = 'yes';
  left.closest('.upload-field').querySelector('[data-left]').hidden = false;
  left.focus();
});

// A second press of the same button does not send the form twice.
document.addEventListener('submit', event => {
  const form = event.target;
  if (form.dataset.sent) { event.preventDefault(); return; }
  if (form.method === 'post' && !form.hasAttribute('hx-post')) {
    form.dataset.sent = 'yes';
    setTimeout(() => { delete form.dataset.sent; }, 4000);
  }
});

// An answer that could not be saved is said at its field, where what was typed stays, and beside the check, whose count is then an old one.
const said = (place, words) => {
  const message = place.querySelector(':scope > .unsaved') || place.insertBefore(document.createElement('p'), place.firstChild);
  message.className = 'mistake unsaved';
  message.setAttribute('role', 'alert');
  message.textContent = words;
};
const unsaved = event => {
  const field = event.detail.elt;
  const check = document.getElementById('check');
  const standing = document.querySelector('[data-standing="' + CSS.escape(field.id) + '"]');
  if (check && standing) {
    check.querySelectorAll('.score-line, .saved').forEach(line => { line.hidden = true; });
    said(check, document.body.dataset.unsaved);
    said(standing, document.body.dataset.unsaved);
    field.classList.add('is-invalid');
    field.setAttribute('aria-invalid', 'true');
  } else if (event.detail.target) {
    said(event.detail.target, document.body.dataset.unrenewed);
  }
};
['htmx:responseError', 'htmx:sendError', 'htmx:timeout'].forEach(kind => document.addEventListener(kind, unsaved));

// What is wrong with an answer that was sent by itself shows at its field too.
document.addEventListener('htmx:oobAfterSwap', () => {
  document.querySelectorAll('[data-standing]').forEach(standing => {
    const field = document.getElementById(standing.dataset.standing);
    const wrong = standing.querySelector('.mistake') !== null;
    field.classList.toggle('is-invalid', wrong);
    field.setAttribute('aria-invalid', String(wrong));
  });
});

// Where files are chosen, the names of those that were are said in the page's own words; dropping them is the browser's own work.
const showChosen = input => {
  const chosen = input.closest('[data-upload]').querySelector('[data-chosen]');
  chosen.dataset.empty = chosen.dataset.empty || chosen.textContent;
  chosen.textContent = input.files.length ? [...input.files].map(file => file.name).join('，') : chosen.dataset.empty;
};
document.querySelectorAll('[data-upload]').forEach(field => {
  field.classList.add('is-on');
  const input = field.querySelector('input');
  input.addEventListener('change', () => {
    delete input.dataset.told;
    field.parentElement.querySelector('[data-left]').hidden = true;
    showChosen(input);
  });
  ['dragenter', 'dragover'].forEach(kind => input.addEventListener(kind, () => field.classList.add('is-over')));
  ['dragleave', 'drop'].forEach(kind => input.addEventListener(kind, () => field.classList.remove('is-over')));
});

// Coming back with the back button shows the page as it is now, not as it was.
window.addEventListener('pageshow', event => {
  if (event.persisted) { location.reload(); }
});

// A slider writes into its field, and the field moves its slider.
document.addEventListener('input', event => {
  const slider = event.target;
  if (slider.dataset.slides) {
    document.getElementById(slider.dataset.slides).value = Number(slider.value).toFixed(Number(slider.dataset.decimals)).replace(/\.?0+$/, match => match.includes('.') ? '' : match);
    return;
  }
  const paired = slider.id && document.querySelector('[data-slides="' + CSS.escape(slider.id) + '"]');
  if (paired) { paired.value = slider.value; }
});

// The search opens over the page; "/" and Ctrl-K open it too. Where there is no window, on its own page, they lead to its field.
const openSearch = () => {
  const window = document.getElementById('search-window');
  if (window && !window.open) { window.showModal(); }
  const field = window ? window.querySelector('input') : document.querySelector('main input[type=search]');
  if (field) { field.focus(); field.select(); }
};

document.addEventListener('click', event => {
  if (event.target.closest('[data-opens="search-window"]') && document.getElementById('search-window')) {
    event.preventDefault();
    openSearch();
  }
  const window = event.target.closest('dialog');
  if (window && (event.target === window || event.target.closest('[data-close]'))) { window.close(); }
});

// Arrows move through what was found; Enter in the field opens the one thing that was meant, or shows all that was found.
const search = document.getElementById('search-window');
if (search) {
  search.addEventListener('keydown', event => {
    const hits = [...search.querySelectorAll('[data-hit]')];
    const at = hits.indexOf(document.activeElement);
    if (event.key === 'ArrowDown' && hits.length) { event.preventDefault(); hits[Math.min(at + 1, hits.length - 1)].focus(); }
    if (event.key === 'ArrowUp' && at >= 0) { event.preventDefault(); (at ? hits[at - 1] : search.querySelector('input')).focus(); }
  });
  search.querySelector('form').addEventListener('submit', event => {
    const meant = search.querySelectorAll('.is-exact');
    if (meant.length === 1) { event.preventDefault(); location.href = meant[0].href; }
  });
}

// The menu of a phone closes when the keyboard leaves it.
const menu = document.getElementById('menu');
if (menu) {
  menu.addEventListener('focusout', event => {
    if (event.relatedTarget && !menu.contains(event.relatedTarget) && menu.matches(':popover-open')) { menu.hidePopover(); }
  });
}

// j and k move through the rows of a list.
document.addEventListener('keydown', event => {
  if (event.key === 'k' && (event.ctrlKey || event.metaKey)) { event.preventDefault(); openSearch(); return; }
  if (event.target.closest('input, textarea, select') || event.ctrlKey || event.metaKey || event.altKey) { return; }
  if (event.key === '/') { event.preventDefault(); openSearch(); }
  if (event.key === 'j' || event.key === 'k') {
    const rows = [...document.querySelectorAll('[data-row] a:first-of-type')];
    const at = rows.indexOf(document.activeElement);
    const next = rows[event.key === 'j' ? at + 1 : Math.max(at - 1, 0)];
    if (next) { next.focus(); }
  }
});

// Passkeys: the browser's own dialogue, then the server's check.
const bytes = text => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), c => c.charCodeAt(0));
const text = buffer => btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');

async function send(path, body, csrf) {
  const answer = await fetch(path, { method: 'POST', headers: { 'Content-Type': 'application/json', 'X-XSRF-TOKEN': csrf }, body: JSON.stringify(body) });
  if (!answer.ok) { throw new Error(path + ' ' + answer.status); }
  return answer.json();
}

async function register(button) {
  const csrf = button.dataset.csrf;
  const options = await send('/webauthn/register/options', {}, csrf);
  const made = await navigator.credentials.create({ publicKey: {
    ...options, challenge: bytes(options.challenge), user: { ...options.user, id: bytes(options.user.id) },
    excludeCredentials: (options.excludeCredentials || []).map(one => ({ ...one, id: bytes(one.id) })) } });
  await send('/webauthn/register', { publicKey: { credential: {
    id: made.id, rawId: text(made.rawId), type: made.type, authenticatorAttachment: made.authenticatorAttachment,
    clientExtensionResults: made.getClientExtensionResults(),
    response: { attestationObject: text(made.response.attestationObject), clientDataJSON: text(made.response.clientDataJSON),
      transports: made.response.getTransports ? made.response.getTransports() : [] } }, label: button.dataset.label } }, csrf);
}

async function signIn(csrf) {
  const options = await send('/webauthn/authenticate/options', {}, csrf);
  const shown = await navigator.credentials.get({ publicKey: {
    ...options, challenge: bytes(options.challenge), allowCredentials: (options.allowCredentials || []).map(one => ({ ...one, id: bytes(one.id) })) } });
  await send('/login/webauthn', { id: shown.id, rawId: text(shown.rawId), type: shown.type,
    authenticatorAttachment: shown.authenticatorAttachment, clientExtensionResults: shown.getClientExtensionResults(),
    response: { authenticatorData: text(shown.response.authenticatorData), clientDataJSON: text(shown.response.clientDataJSON),
      signature: text(shown.response.signature), userHandle: shown.response.userHandle ? text(shown.response.userHandle) : undefined } }, csrf);
  const to = document.querySelector('main [name=to]');
  location.href = (to && to.value) || '/sign-in/unsent';
}

document.querySelectorAll('[data-passkey]').forEach(button => {
  if (!window.PublicKeyCredential) { return; }
  button.hidden = false;
  const message = document.querySelector('[data-passkey-message]');
  button.addEventListener('click', async () => {
    try {
      if (button.dataset.passkey === 'register') { await register(button); message.textContent = message.dataset.done; if (button.dataset.onwards) { location.href = button.dataset.onwards; } }
      else { await signIn(document.querySelector('[name=_csrf]').value); }
    } catch (problem) {
      if (button.dataset.again && problem.message.endsWith(' 403')) { location.href = button.dataset.again; return; }
      message.textContent = message.dataset.failed || problem.message;
    }
  });
});

// What is typed into a field for a secret is shown in place, without losing it.
document.querySelectorAll('[data-show]').forEach(link => link.addEventListener('click', event => {
  event.preventDefault();
  const fields = [...link.closest('form').querySelectorAll('[data-secret]')];
  const shown = fields.some(field => field.type === 'password');
  fields.forEach(field => { field.type = shown ? 'text' : 'password'; });
  link.textContent = shown ? link.dataset.showOn : link.dataset.showOff;
}));

// A button that puts a value beside it into its field.
document.querySelectorAll('[data-fill]').forEach(button => button.addEventListener('click', () => {
  const field = document.getElementById(button.dataset.fill);
  field.value = button.dataset.with;
  field.focus();
}));
