package org.zhongchuang.outside.city;

import org.springframework.stereotype.Component;
import org.zhongchuang.procedure.decision.DecideCase;
import org.zhongchuang.procedure.decision.RefuseCase;

/** What those who decide cases can do. */
@Component
public record Deciders(DecideCase grant, RefuseCase refuse) {}
