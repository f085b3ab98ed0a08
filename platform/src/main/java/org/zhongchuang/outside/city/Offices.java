package org.zhongchuang.outside.city;

import org.springframework.stereotype.Component;
import org.zhongchuang.procedure.review.CityActs;
import org.zhongchuang.procedure.review.CountyActs;
import org.zhongchuang.procedure.review.ExpertActs;
import org.zhongchuang.procedure.review.NoticeActs;
import org.zhongchuang.procedure.review.VisitActs;

/** Those who handle a case, from its acceptance to its decision: the real use cases, nothing else. */
@Component
public record Offices(
        CountyActs county,
        VisitActs visits,
        CityActs city,
        ExpertActs experts,
        NoticeActs notices,
        Deciders deciders) {}
