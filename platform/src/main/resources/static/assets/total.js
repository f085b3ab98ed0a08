// Adds up what is typed into the fields of a form that names them: data-total-of is the beginning of their names.
document.querySelectorAll('[data-total-of]').forEach(function (shown) {
  const fields = shown.closest('form').querySelectorAll('input[name^="' + shown.dataset.totalOf + '"]');
  const add = function () {
    let hundredths = 0;
    fields.forEach(function (field) {
      hundredths += Math.round((Number(field.value) || 0) * 100);
    });
    shown.textContent = (hundredths / 100).toFixed(hundredths % 100 ? 2 : 0);
  };
  fields.forEach(function (field) {
    field.addEventListener('input', add);
  });
  add();
});
