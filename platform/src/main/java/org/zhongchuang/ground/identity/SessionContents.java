package org.zhongchuang.ground.identity;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.GenericConverter;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.core.serializer.support.DeserializingConverter;
import org.springframework.core.serializer.support.SerializationFailedException;
import org.springframework.core.serializer.support.SerializingConverter;

/**
 * What sessions hold is written by the name of its class. What another version of the product has written and this one
 * cannot read counts as not there: no page fails, and at worst its owner signs in once more.
 */
@Configuration(proxyBeanMethods = false)
class SessionContents {

    private static final Logger log = LoggerFactory.getLogger(SessionContents.class);

    /** Spring Session looks for it by this name. */
    @Bean
    ConversionService springSessionConversionService() {
        var conversion = new GenericConversionService();
        conversion.addConverter(Object.class, byte[].class, new SerializingConverter());
        conversion.addConverter(new Reading());
        return conversion;
    }

    /** Reads what this version knows; nothing where it does not. */
    private static final class Reading implements GenericConverter {

        private final DeserializingConverter reader =
                new DeserializingConverter(SessionContents.class.getClassLoader());

        @Override
        public Set<ConvertiblePair> getConvertibleTypes() {
            return Set.of(new ConvertiblePair(byte[].class, Object.class));
        }

        @Override
        public @Nullable Object convert(@Nullable Object source, TypeDescriptor from, TypeDescriptor to) {
            try {
                return source instanceof byte[] content ? reader.convert(content) : null;
            } catch (SerializationFailedException e) {
                log.debug("a session holds what this version does not know", e);
                return null;
            }
        }
    }
}
