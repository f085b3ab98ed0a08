'use strict';

// Charts: the table beside them holds the same figures.
document.querySelectorAll('[data-chart]').forEach(async place => {
  const table = document.getElementById(place.dataset.chart);
  const rows = [...table.tBodies[0].rows].map(row => [...row.cells].map(cell => cell.textContent.trim()));
  const series = [...table.tHead.rows[0].cells].slice(1).map(cell => cell.textContent.trim());
  const chart = window.echarts.init(place, null, { renderer: 'svg' });
  chart.setOption({
    aria: { enabled: true }, textStyle: { fontFamily: getComputedStyle(document.body).fontFamily },
    color: ['#174f7a', '#a3261c', '#b57a12', '#3c7d5a'],
    tooltip: { renderMode: 'richText', trigger: 'axis' }, legend: { top: 0 }, grid: { left: 40, right: 10, top: 40, bottom: 60 },
    xAxis: { type: 'category', data: rows.map(row => row[0]), axisLabel: { interval: 0, rotate: 30 } }, yAxis: { type: 'value', minInterval: 1 },
    series: series.slice(0, -1).map((name, at) => ({ name, type: 'bar', stack: 'all', data: rows.map(row => Number(row[at + 1])) })) });
  window.addEventListener('resize', () => chart.resize());
});
