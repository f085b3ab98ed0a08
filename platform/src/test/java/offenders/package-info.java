/** Outside the application's packages, so that it never finds them. */
@org.jspecify.annotations.NullMarked
package offenders;
