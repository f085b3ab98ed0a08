'use strict';

// Charts: the table beside them holds the same figures. Columns marked data-series are drawn, else all but the first and last.
const draw = place => {
  const table = document.getElementById(place.dataset.chart);
  if (!table || place.dataset.drawn) { return; }
  place.dataset.drawn = 'yes';
  const heads = [...table.tHead.rows[0].cells];
  const marked = heads.map((cell, at) => cell.hasAttribute('data-series') ? at : -1).filter(at => at > 0);
  const columns = marked.length ? marked : heads.map((_, at) => at).slice(1, -1);
  const rows = [...table.tBodies[0].rows].map(row => [...row.cells].map(cell => cell.dataset.value ?? cell.textContent.trim()));
  const chart = window.echarts.init(place, null, { renderer: 'svg' });
  chart.setOption({
    aria: { enabled: true }, textStyle: { fontFamily: getComputedStyle(document.body).fontFamily },
    color: ['#174f7a', '#a3261c', '#b57a12', '#3c7d5a'],
    tooltip: { renderMode: 'richText', trigger: 'axis' }, legend: { top: 0 }, grid: { left: 24, right: 10, top: 40, bottom: 10, containLabel: true },
    xAxis: { type: 'category', data: rows.map(row => row[0]), axisLabel: { interval: 0, rotate: 30, width: 90, overflow: 'truncate' } }, yAxis: { type: 'value', minInterval: 1 },
    series: columns.map(at => ({ name: heads[at].textContent.trim(), type: 'bar', stack: place.dataset.chartSide ? undefined : 'all',
      data: rows.map(row => Number(row[at].replace(/,/g, ''))) })) });
  window.addEventListener('resize', () => chart.resize());
};
const drawAll = () => document.querySelectorAll('[data-chart]').forEach(draw);
drawAll();
document.addEventListener('htmx:afterSwap', drawAll);
