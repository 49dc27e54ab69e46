/* Checks that print both values, count failures, and survive NDEBUG. */
#ifndef CHECK_H
#define CHECK_H

#include <math.h>
#include <stdio.h>
#include <string.h>

static int check_failures;

#define CHECK(condition)                                                                           \
    do {                                                                                           \
        if (!(condition)) {                                                                        \
            printf("%s:%d: %s: does not hold\n", __FILE__, __LINE__, #condition);                  \
            check_failures++;                                                                      \
        }                                                                                          \
    } while (0)

#define CHECK_INT(actual, expected)                                                                \
    do {                                                                                           \
        long long a_ = (long long)(actual), e_ = (long long)(expected);                            \
        if (a_ != e_) {                                                                            \
            printf("%s:%d: %s: %lld instead of %lld\n", __FILE__, __LINE__, #actual, a_, e_);      \
            check_failures++;                                                                      \
        }                                                                                          \
    } while (0)

/* Differs by at most `allowed`. NaN never passes. */
#define CHECK_NEAR(actual, expected, allowed)                                                      \
    do {                                                                                           \
        double a_ = (actual), e_ = (expected);                                                     \
        if (!check_near(a_, e_, allowed)) {                                                        \
            printf("%s:%d: %s: %.17g instead of %.17g\n", __FILE__, __LINE__, #actual, a_, e_);    \
            check_failures++;                                                                      \
        }                                                                                          \
    } while (0)

#define CHECK_TEXT(actual, expected)                                                               \
    do {                                                                                           \
        const char *a_ = (actual), *e_ = (expected);                                               \
        if (strcmp(a_, e_) != 0) {                                                                 \
            printf("%s:%d: %s:\n%s\ninstead of\n%s\n", __FILE__, __LINE__, #actual, a_, e_);       \
            check_failures++;                                                                      \
        }                                                                                          \
    } while (0)

static inline int check_near(double actual, double expected, double allowed)
{
    return fabs(actual - expected) <= allowed;
}

/* The last line of main: negative controls of the helper, then the verdict. */
static inline int check_verdict(void)
{
    if (check_near(0.0, 1.0, 0.5) || check_near(NAN, 1.0, 0.5) || !check_near(1.0, 1.0, 0.0)) {
        printf("check_near does not tell right from wrong\n");
        check_failures++;
    }
    if (check_failures) printf("%d checks failed\n", check_failures);
    return check_failures != 0;
}

#endif
