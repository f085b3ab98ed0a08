/**
 * Requests before anybody reads them: whole or refused, what their senders did wrong told apart from our faults, each
 * with its line in the log.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.zhongchuang.ground.request;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
