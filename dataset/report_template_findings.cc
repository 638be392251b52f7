// SPDX-License-Identifier: GPL-3.0-or-later
#include "dataset/report_template.h"

namespace prongsai {

const char* report_range() {
  return R"html(<svg role="img" viewBox="0 0 100 14" preserveAspectRatio="none"><title>{{lowest}}–{{highest}}</title><desc>{{> t_median}}: {{median}}</desc><rect class="range" x="{{range_x}}" y="4" width="{{range_width}}" height="6"/><rect class="mark" x="{{median_x}}" y="0" width="2" height="14"/></svg>)html";
}

const char* report_document() {
  return R"html({{#review_page}}<a href="{{review_page}}"><bdi>{{source}}</bdi></a>{{/review_page}}{{^review_page}}<bdi>{{source}}</bdi>{{/review_page}})html";
}

const char* report_findings() {
  return R"html(<h2 id="{{language}}-provinces">{{> t_h_provinces}}</h2>
{{#provinces}}
<p>{{> t_latest}} {{> t_scale}}</p>
<div class="wide" tabindex="0" role="region" aria-labelledby="{{language}}-provinces">
<table>
<thead><tr><th scope="col">{{> t_province}}</th><th scope="col" class="n">{{> t_agency_count}}</th><th scope="col" class="n">{{> t_median}}</th><th scope="col" class="n">{{> t_lowest}}</th><th scope="col" class="n">{{> t_highest}}</th><th scope="col">{{> t_chart}}</th></tr></thead>
<tbody>
{{#rows}}
<tr><th scope="row"><bdi>{{province}}</bdi></th><td class="n">{{n}}</td><td class="n">{{median}}</td><td class="n">{{lowest}}</td><td class="n">{{highest}}</td><td class="c">{{> range}}</td></tr>
{{/rows}}
</tbody>
</table>
</div>
{{#more}}<p>{{> t_more_groups}} <a href="scores.csv">scores.csv</a></p>{{/more}}
{{/provinces}}
{{^provinces}}<p>{{> t_no_scores}}</p>{{/provinces}}

<h2 id="{{language}}-types">{{> t_h_types}}</h2>
{{#types}}
<p>{{> t_latest}} {{> t_scale}}</p>
<div class="wide" tabindex="0" role="region" aria-labelledby="{{language}}-types">
<table>
<thead><tr><th scope="col">{{> t_type}}</th><th scope="col" class="n">{{> t_agency_count}}</th><th scope="col" class="n">{{> t_median}}</th><th scope="col" class="n">{{> t_lowest}}</th><th scope="col" class="n">{{> t_highest}}</th><th scope="col">{{> t_chart}}</th></tr></thead>
<tbody>
{{#rows}}
<tr><th scope="row" class="name"><bdi>{{agency_type}}</bdi></th><td class="n">{{n}}</td><td class="n">{{median}}</td><td class="n">{{lowest}}</td><td class="n">{{highest}}</td><td class="c">{{> range}}</td></tr>
{{/rows}}
</tbody>
</table>
</div>
{{#more}}<p>{{> t_more_groups}} <a href="scores.csv">scores.csv</a></p>{{/more}}
{{/types}}
{{^types}}<p>{{> t_no_scores}}</p>{{/types}}

<h2 id="{{language}}-years">{{> t_h_years}}</h2>
{{#years}}
{{#years_chart}}
<figure>
<figcaption>{{> t_years_chart}} {{> t_years_note}}</figcaption>
<svg class="years" role="img" viewBox="0 0 {{chart_width}} {{chart_height}}" aria-labelledby="{{language}}-years-title {{language}}-years-desc"><title id="{{language}}-years-title">{{> t_years_chart}}</title><desc id="{{language}}-years-desc">{{> t_years_desc}}</desc>
{{#grid}}<line class="grid" x1="34" x2="{{chart_width}}" y1="{{y}}" y2="{{y}}"/><text x="28" y="{{label_y}}" text-anchor="end">{{value}}</text>{{/grid}}
<polyline class="line" points="{{line}}"/>
{{#points}}<circle class="point" cx="{{x}}" cy="{{y}}" r="4"/><text x="{{x}}" y="{{label_y}}" text-anchor="middle">{{mean}}</text><text x="{{x}}" y="{{years_y}}" text-anchor="middle">{{assessed_year}}</text>{{/points}}
</svg>
</figure>
{{/years_chart}}
<p>{{> t_scale}} {{> t_followed}}</p>
<div class="wide" tabindex="0" role="region" aria-labelledby="{{language}}-years">
<table>
<thead><tr><th scope="col">{{> t_year}}</th><th scope="col" class="n">{{> t_results}}</th><th scope="col" class="n">{{> t_mean}}</th><th scope="col" class="n">{{> t_median}}</th><th scope="col" class="n">{{> t_lowest}}</th><th scope="col" class="n">{{> t_highest}}</th><th scope="col">{{> t_chart}}</th><th scope="col" class="n">{{> t_both_years}}</th><th scope="col" class="n">{{> t_mean_change}}</th><th scope="col" class="n">{{> t_up_down}}</th></tr></thead>
<tbody>
{{#rows}}
<tr><th scope="row">{{assessed_year}}</th><td class="n">{{n}}</td><td class="n">{{mean}}</td><td class="n">{{median}}</td><td class="n">{{lowest}}</td><td class="n">{{highest}}</td><td class="c">{{> range}}</td><td class="n">{{both_years}}{{^both_years}}–{{/both_years}}</td><td class="n">{{change}}{{^both_years}}–{{/both_years}}</td><td class="n">{{#both_years}}{{higher}} / {{lower}}{{/both_years}}{{^both_years}}–{{/both_years}}</td></tr>
{{/rows}}
</tbody>
</table>
</div>
{{/years}}
{{^years}}<p>{{> t_no_scores}}</p>{{/years}}
<h3 id="{{language}}-changes">{{> t_h_changes}}</h3>
{{#changes}}
<div class="wide" tabindex="0" role="region" aria-labelledby="{{language}}-changes">
<table>
<thead><tr><th scope="col">{{> t_agency}}</th><th scope="col">{{> t_province}}</th><th scope="col" class="n">{{> t_before}}</th><th scope="col" class="n">{{> t_after}}</th><th scope="col" class="n">{{> t_change}}</th></tr></thead>
<tbody>
{{#rows}}
<tr><th scope="row" class="name"><bdi>{{agency}}</bdi></th><td class="name"><bdi>{{province}}</bdi></td><td class="n">{{earlier_year}}: {{earlier_score}}</td><td class="n">{{assessed_year}}: {{score}}</td><td class="n">{{change}}</td></tr>
{{/rows}}
</tbody>
</table>
</div>
{{#more}}<p>{{> t_more}} <a href="scores.csv">scores.csv</a></p>{{/more}}
{{/changes}}
{{^changes}}<p>{{> t_none}}</p>{{/changes}}

<h2 id="{{language}}-contradictions">{{> t_h_contradictions}}</h2>
<h3 id="{{language}}-rules">{{> t_h_rules}}</h3>
{{#rules}}
<div class="wide" tabindex="0" role="region" aria-labelledby="{{language}}-rules">
<table>
<thead><tr><th scope="col">{{> t_rule}}</th><th scope="col" class="n">{{> t_checks}}</th><th scope="col" class="n">{{> t_documents}}</th><th scope="col">{{> t_chart}}</th></tr></thead>
<tbody>
{{#rows}}
<tr><th scope="row" class="name"><bdi>{{rule}}</bdi></th><td class="n">{{n}}</td><td class="n">{{documents}}</td><td class="c"><svg role="img" viewBox="0 0 100 14" preserveAspectRatio="none"><title>{{rule}}: {{n}}</title><desc>{{> t_checks}}</desc><rect class="bar" x="0" y="1" width="{{bar}}" height="12"/></svg></td></tr>
{{/rows}}
</tbody>
</table>
</div>
{{/rules}}
{{^rules}}<p>{{> t_none}}</p>{{/rules}}
<h3 id="{{language}}-differences">{{> t_h_differences}}</h3>
{{#contradictions}}
<div class="wide" tabindex="0" role="region" aria-labelledby="{{language}}-differences">
<table>
<thead><tr><th scope="col">{{> t_document}}</th><th scope="col">{{> t_agency}}</th><th scope="col" class="n">{{> t_year}}</th><th scope="col">{{> t_value}}</th><th scope="col">{{> t_rule}}</th><th scope="col" class="n">{{> t_printed}}</th><th scope="col" class="n">{{> t_computed}}</th><th scope="col" class="n">{{> t_difference}}</th></tr></thead>
<tbody>
{{#rows}}
<tr><th scope="row" class="file">{{> document}}</th><td class="name"><bdi>{{agency}}</bdi></td><td class="n">{{assessed_year}}</td><td class="name"><bdi>{{kind}}</bdi></td><td class="name"><bdi>{{rule}}</bdi></td><td class="n">{{reported}}</td><td class="n">{{computed}}</td><td class="n">{{difference}}</td></tr>
{{/rows}}
</tbody>
</table>
</div>
{{#more}}<p>{{> t_more}} <a href="checks.csv">checks.csv</a></p>{{/more}}
{{/contradictions}}
{{^contradictions}}<p>{{> t_none}}</p>{{/contradictions}}
<h3 id="{{language}}-conflicts">{{> t_h_conflicts}}</h3>
{{#conflicts}}
<p>{{> t_conflicts_order}}</p>
<div class="wide" tabindex="0" role="region" aria-labelledby="{{language}}-conflicts">
<table>
<thead><tr><th scope="col">{{> t_agency}}</th><th scope="col" class="n">{{> t_year}}</th><th scope="col">{{> t_value}}</th><th scope="col" class="n">{{> t_difference}}</th><th scope="col" class="n">{{> t_score}}</th><th scope="col">{{> t_trust}}</th><th scope="col">{{> t_document}}</th></tr></thead>
<tbody>
{{#rows}}
<tr{{#is_first}} class="first"{{/is_first}}><th scope="row" class="name"><bdi>{{agency}}</bdi></th><td class="n">{{assessed_year}}</td><td class="name"><bdi>{{kind}}</bdi></td><td class="n">{{size}}</td><td class="n">{{score}}</td><td>{{trust}}</td><td class="file">{{> document}}{{#page}}, {{> t_page}}{{/page}}</td></tr>
{{/rows}}
</tbody>
</table>
</div>
{{#more}}<p>{{> t_more}} <a href="conflicts.csv">conflicts.csv</a></p>{{/more}}
{{/conflicts}}
{{^conflicts}}<p>{{> t_none}}</p>{{/conflicts}}

<h2 id="{{language}}-files">{{> t_h_files}}</h2>
<p>{{> t_files_intro}}</p>
<ul>
<li><a href="documents.csv">documents.csv</a> – {{> t_f_documents}}</li>
<li><a href="scores.csv">scores.csv</a> – {{> t_f_scores}}</li>
<li><a href="checks.csv">checks.csv</a> – {{> t_f_checks}}</li>
<li><a href="conflicts.csv">conflicts.csv</a> – {{> t_f_conflicts}}</li>
<li><a href="quarantine.csv">quarantine.csv</a> – {{> t_f_quarantine}}</li>
<li><a href="agencies.csv">agencies.csv</a> – {{> t_f_agencies}}</li>
<li><a href="dataset.sqlite">dataset.sqlite</a> – {{> t_f_sqlite}}</li>
</ul>
)html";
}

}  // namespace prongsai
