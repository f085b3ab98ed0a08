package org.zhongchuang.outside.city;

import org.springframework.stereotype.Component;
import org.zhongchuang.procedure.decision.DecideCase;
import org.zhongchuang.procedure.review.CityActs;
import org.zhongchuang.procedure.review.CountyActs;
import org.zhongchuang.procedure.review.ExpertActs;

/** Those who handle a case, from its acceptance to its decision: the real use cases, nothing else. */
@Component
record Offices(CountyActs county, CityActs city, ExpertActs experts, DecideCase decide) {}
