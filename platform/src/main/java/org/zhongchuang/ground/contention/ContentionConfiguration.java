package org.zhongchuang.ground.contention;

import org.aopalliance.aop.Advice;
import org.springframework.aop.Advisor;
import org.springframework.aop.support.ComposablePointcut;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.core.Ordered;
import org.springframework.transaction.annotation.Transactional;

/** Stands in front of every transaction. */
@Configuration(proxyBeanMethods = false)
class ContentionConfiguration {

    /** Outside of the transaction, which comes last of all. */
    private static final int BEFORE_TRANSACTIONS = Ordered.LOWEST_PRECEDENCE - 100;

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Advisor collisions() {
        return before(BEFORE_TRANSACTIONS, new DoneAgain());
    }

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Advisor refusals() {
        return before(BEFORE_TRANSACTIONS - 1, new RefusedAsValue());
    }

    private static Advisor before(int order, Advice advice) {
        var transactions = new ComposablePointcut(AnnotationMatchingPointcut.forMethodAnnotation(Transactional.class))
                .union(new AnnotationMatchingPointcut(Transactional.class, true));
        var advisor = new DefaultPointcutAdvisor(transactions, advice);
        advisor.setOrder(order);
        return advisor;
    }
}
