package org.zhongchuang.ground.request;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is logged about requests.
 *
 * @param trustId whether the id that comes with a request is taken; only behind a proxy that sets it
 * @param addresses whether the address a request came from is logged, which is personal data
 */
@ConfigurationProperties("zhongchuang.requests")
record RequestLogSettings(
        @DefaultValue("false") boolean trustId,
        @DefaultValue("false") boolean addresses) {}
